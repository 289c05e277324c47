package dev.ashlar.aws.service;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** How the SDK calls what CloudFormation calls otherwise. All else has one name, case aside. */
public final class Names {
  /** There is no exception. */
  public static final Names SAME = new Names(Map.of());

  private final Map<String, String> others;

  private Names(Map<String, String> others) {
    this.others = Map.copyOf(others);
  }

  /** The same; and one is called otherwise, wherever it stands. */
  public Names with(String cloudFormation, String sdk) {
    Map<String, String> more = new HashMap<>(others);
    more.put(cloudFormation, sdk);
    return new Names(more);
  }

  /** The member of an SDK object; null where it has none of the name. */
  @org.jspecify.annotations.Nullable
  SdkField<?> member(SdkPojo object, String name) {
    String called = others.getOrDefault(name, name);
    for (SdkField<?> field : object.sdkFields()) {
      if (field.memberName().equalsIgnoreCase(called)) {
        return field;
      }
    }
    return null;
  }
}
