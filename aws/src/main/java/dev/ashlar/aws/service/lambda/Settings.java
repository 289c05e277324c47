package dev.ashlar.aws.service.lambda;

import dev.ashlar.aws.json.Json;
import dev.ashlar.aws.service.Change;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.Map;

/** What one call changes of a function, and what it is where nobody declares it. */
final class Settings {
  /** Null where it cannot be taken away. */
  private static final MapValue DEFAULTS =
      Json.readObject(
          """
          {"CapacityProviderConfig": null,
           "DeadLetterConfig": {"TargetArn": ""},
           "Description": "",
           "DurableConfig": null,
           "Environment": {"Variables": {}},
           "EphemeralStorage": {"Size": 512},
           "FileSystemConfigs": [],
           "Handler": null,
           "ImageConfig": {},
           "KmsKeyArn": "",
           "Layers": [],
           "LoggingConfig": {"LogFormat": "Text"},
           "MemorySize": 128,
           "Role": null,
           "Runtime": null,
           "SnapStart": {"ApplyOn": "None"},
           "Timeout": 3,
           "TracingConfig": {"Mode": "PassThrough"},
           "VpcConfig": {"SecurityGroupIds": [], "SubnetIds": []}}
          """);

  private Settings() {}

  /** What differs from what is there, of what a change concerns. */
  static MapValue missing(Change change, MapValue there) {
    MapValue missing = MapValue.EMPTY;
    for (Map.Entry<String, Value> each : DEFAULTS.entries().entrySet()) {
      String name = each.getKey();
      if (change.concerns(name)) {
        Value wanted = or(change.wanted(name), each.getValue());
        if (!wanted.equals(or(there.get(name), each.getValue()))
            && !(wanted instanceof Value.NullValue)) {
          missing = missing.with(name, wanted);
        }
      }
    }
    return missing;
  }

  private static Value or(Value value, Value otherwise) {
    return value instanceof Value.NullValue ? otherwise : value;
  }
}
