package dev.ashlar.testkit.contract;

import dev.ashlar.blueprint.Resource;
import java.util.Optional;

/**
 * The sample with one property declared otherwise, or why there is none.
 *
 * @param property the property
 * @param resource the declaration, if there is one
 * @param why why there is none
 */
record Alternative(String property, Optional<Resource> resource, String why) {

  static Alternative of(String property, Resource resource) {
    return new Alternative(property, Optional.of(resource), "");
  }

  static Alternative none(String property, String why) {
    return new Alternative(
        property,
        Optional.empty(),
        "%s of %s: give the contract another value of it, with updatingTo or replacingTo"
            .formatted(property, why));
  }
}
