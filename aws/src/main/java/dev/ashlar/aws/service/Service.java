package dev.ashlar.aws.service;

import java.util.List;

/**
 * A service whose own API makes some types. Naming one loads nothing of the SDK: its classes are
 * used from the moment that a connector is made, and whether they are there is seen before.
 */
public interface Service {

  /**
   * The SDK's package of the service, below {@code software.amazon.awssdk.services}; also its name
   * among the configuration's endpoints.
   */
  String name();

  /** The name of the client class in that package: it tells whether the service's jar is there. */
  String client();

  /** The types. */
  List<TunedType> types();
}
