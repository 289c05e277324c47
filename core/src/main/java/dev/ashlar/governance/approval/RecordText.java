package dev.ashlar.governance.approval;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.Approval;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Records as texts: one line of canonical JSON, and one with the signature over it. The signed line
 * says where the record stands and what the signature before it is.
 *
 * @param environment of which environment
 * @param sign makes signatures with the environment's key
 */
record RecordText(Environment.Id environment, Function<byte[], String> sign) {
  private static final byte NEWLINE = '\n';
  private static final int SIGNATURE = 64;

  /**
   * What was read.
   *
   * @param content an {@link Approval.Request} or an {@link Approval.Decision}
   * @param signature its signature
   */
  record Signed(Record content, String signature) {}

  Bytes write(Record content, String plan, int position, String previous) {
    TreeMap<String, Value> line =
        new TreeMap<>(
            content instanceof Approval.Request request
                ? RequestText.write(request)
                : decision((Approval.Decision) content));
    line.put("v", Value.of(1));
    line.put("environment", Value.of(environment.name()));
    line.put("tenant", Value.of(environment.tenant()));
    line.put("plan", Value.of(plan));
    line.put("position", Value.of(position));
    line.put("previous", Value.of(previous));
    byte[] signed = ValueJson.canonical(Value.map(line)).getBytes(UTF_8);
    byte[] signature = sign.apply(signed).getBytes(UTF_8);
    byte[] text = Arrays.copyOf(signed, signed.length + 2 + signature.length);
    text[signed.length] = NEWLINE;
    System.arraycopy(signature, 0, text, signed.length + 1, signature.length);
    text[text.length - 1] = NEWLINE;
    return Bytes.of(text);
  }

  /** Nothing unless every byte is as it was signed, for this very place. */
  Optional<Signed> read(Bytes record, String plan, int position, String previous) {
    byte[] text = record.toArray();
    int length = text.length - SIGNATURE - 2;
    if (length < 0 || text[length] != NEWLINE || text[text.length - 1] != NEWLINE) {
      return Optional.empty();
    }
    byte[] line = Arrays.copyOf(text, length);
    byte[] signature = Arrays.copyOfRange(text, length + 1, text.length - 1);
    String own = sign.apply(line);
    if (!MessageDigest.isEqual(own.getBytes(UTF_8), signature)) {
      return Optional.empty();
    }
    try {
      Fields fields = new Fields((Value.MapValue) ValueJson.parse(new String(line, UTF_8)));
      boolean here =
          fields.number("v") == 1
              && fields.text("environment").equals(environment.name())
              && fields.text("tenant").equals(environment.tenant())
              && fields.text("plan").equals(plan)
              && fields.number("position") == position
              && fields.text("previous").equals(previous);
      if (!here) {
        return Optional.empty();
      }
      Record content =
          fields.text("kind").equals(RequestText.KIND)
              ? RequestText.read(fields, environment)
              : decision(fields);
      return Optional.of(new Signed(content, own));
    } catch (RuntimeException e) {
      // A later version's, or another's that has the key: nothing of it is taken for granted.
      return Optional.empty();
    }
  }

  private static Map<String, Value> decision(Approval.Decision decision) {
    return Map.of(
        "kind",
        Value.of("decision"),
        "by",
        Value.of(decision.by()),
        "roles",
        Value.list(decision.roles().stream().map(Value::of).toList()),
        "approved",
        Value.of(decision.approved()),
        "reason",
        Value.of(decision.reason()),
        "at",
        Value.of(decision.at().toString()));
  }

  private static Approval.Decision decision(Fields fields) {
    if (!fields.text("kind").equals("decision")) {
      throw new IllegalArgumentException("no kind of record");
    }
    return new Approval.Decision(
        fields.text("by"),
        fields.texts("roles"),
        fields.bool("approved"),
        fields.text("reason"),
        fields.moment("at"));
  }

  /** The fields of a record, all of them required. */
  record Fields(Value.MapValue map) {
    String text(String name) {
      return ((Value.TextValue) map.get(name)).text();
    }

    long number(String name) {
      return ((Value.NumberValue) map.get(name)).number().longValueExact();
    }

    boolean bool(String name) {
      return ((Value.BoolValue) map.get(name)).bool();
    }

    List<Value> list(String name) {
      return ((Value.ListValue) map.get(name)).items();
    }

    List<String> texts(String name) {
      return list(name).stream().map(item -> ((Value.TextValue) item).text()).toList();
    }

    Instant moment(String name) throws DateTimeException {
      return Instant.parse(text(name));
    }
  }
}
