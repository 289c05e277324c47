package dev.ashlar.aws.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ashlar.aws.fake.Mischief.Mishap;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What Cloud Control does with a call. One call at a time. */
final class Handlers {
  /** How a real one says when to ask again. */
  private static final double RETRY_AFTER = 0.05;

  /** How long a request takes, in nanoseconds. */
  private static final long DURATION = 120_000_000;

  private final Mischief mischief;
  private final Map<String, RegistryType> types = new HashMap<>();
  private final Map<String, SortedMap<String, ObjectNode>> objects = new HashMap<>();
  private final Map<String, Request> requests = new HashMap<>();
  private final Map<String, Request> byClientToken = new HashMap<>();
  private final Set<String> occupied = new HashSet<>();
  private int number;

  Handlers(Mischief mischief) {
    this.mischief = mischief;
  }

  synchronized SortedMap<String, ObjectNode> objects(String type) {
    return new TreeMap<>(of(type));
  }

  synchronized void tamper(String type, String id, String pointer, JsonNode value) {
    ObjectNode model = of(type).get(id);
    ((ObjectNode) model.at(pointer.substring(0, pointer.lastIndexOf('/'))))
        .set(pointer.substring(pointer.lastIndexOf('/') + 1), value);
  }

  synchronized void occupy(String type, String id) {
    occupied.add(type + " " + id);
  }

  private SortedMap<String, ObjectNode> of(String type) {
    return objects.computeIfAbsent(type, is -> new TreeMap<>());
  }

  synchronized JsonNode act(String action, JsonNode input) {
    if (action.equals("GetResourceRequestStatus")) {
      return status(input.path("RequestToken").asText());
    }
    if (action.equals("ListResourceRequests")) {
      return underWay();
    }
    String name = input.path("TypeName").asText();
    RegistryType type =
        types.computeIfAbsent(
            name,
            is ->
                RegistryType.read(is)
                    .orElseThrow(() -> new FakeException("TypeNotFoundException", is)));
    return switch (action) {
      case "GetResource" -> read(name, type, input.path("Identifier").asText());
      case "ListResources" -> list(name, type);
      default -> change(action, name, type, input);
    };
  }

  private JsonNode underWay() {
    ObjectNode output = RegistryType.MAPPER.createObjectNode();
    var summaries = output.putArray("ResourceRequestStatusSummaries");
    requests.values().forEach(Request::settle);
    requests.values().stream()
        .filter(request -> request.action.equals("CreateResource"))
        .filter(request -> Set.of("PENDING", "IN_PROGRESS").contains(request.status))
        .forEach(request -> summaries.add(event(request).path("ProgressEvent")));
    return output;
  }

  private JsonNode read(String name, RegistryType type, String id) {
    ObjectNode model = of(name).get(id);
    if (model == null) {
      throw new FakeException("ResourceNotFoundException", name + " " + id + " was not found");
    }
    ObjectNode output = RegistryType.MAPPER.createObjectNode().put("TypeName", name);
    describe(output.putObject("ResourceDescription"), id, type.readable(model));
    return output;
  }

  private static void describe(ObjectNode output, String id, ObjectNode model) {
    output.put("Identifier", id).put("Properties", model.toString());
  }

  private JsonNode list(String name, RegistryType type) {
    ObjectNode output = RegistryType.MAPPER.createObjectNode().put("TypeName", name);
    var descriptions = output.putArray("ResourceDescriptions");
    of(name).forEach((id, model) -> describe(descriptions.addObject(), id, type.readable(model)));
    return output;
  }

  /** The same client token is the same request, or a conflict. */
  private JsonNode change(String action, String name, RegistryType type, JsonNode input) {
    String clientToken = input.path("ClientToken").asText();
    Request known = byClientToken.get(clientToken);
    if (known != null && !clientToken.isEmpty()) {
      if (!known.input.equals(input)) {
        throw new FakeException("ClientTokenConflictException", "used for another request");
      }
      return event(known);
    }
    String id = input.path("Identifier").asText();
    if (occupied.contains(name + " " + id)) {
      throw new FakeException("ConcurrentOperationException", "another request is under way");
    }
    if (!action.equals("CreateResource") && !of(name).containsKey(id)) {
      throw new FakeException("ResourceNotFoundException", name + " " + id + " was not found");
    }
    Request request = new Request(action, name, type, input, "request-" + ++number);
    requests.put(request.token, request);
    byClientToken.put(clientToken, request);
    JsonNode accepted = event(request);
    carryOut(request);
    return accepted;
  }

  private JsonNode status(String token) {
    Request request = requests.get(token);
    if (request == null) {
      throw new FakeException("RequestTokenNotFoundException", "no such request");
    }
    request.settle();
    JsonNode output = event(request);
    if (request.hook != null) {
      ((ObjectNode) output)
          .putArray("HooksProgressEvent")
          .addObject()
          .put("HookTypeName", request.hook.name())
          .put("HookStatus", "HOOK_COMPLETE_FAILED")
          .put("FailureMode", "FAIL")
          .put("HookStatusMessage", request.hook.message());
    }
    return output;
  }

  private static JsonNode event(Request request) {
    ObjectNode output = RegistryType.MAPPER.createObjectNode();
    ObjectNode event = output.putObject("ProgressEvent");
    double now = System.currentTimeMillis() / 1000.0;
    event
        .put("TypeName", request.name)
        .put("RequestToken", request.token)
        .put("Operation", request.operation())
        .put("OperationStatus", request.status)
        .put("EventTime", now)
        .put("RetryAfter", now + RETRY_AFTER);
    if (!request.id.isEmpty()) {
      event.put("Identifier", request.id);
    }
    if (request.status.equals("FAILED")) {
      event.put("ErrorCode", request.code).put("StatusMessage", request.message);
    }
    return output;
  }

  private void carryOut(Request request) {
    Optional<Mishap> mishap = mischief.next(request.action + " handler");
    if (mishap.orElse(null) instanceof Mishap.Hook hook) {
      request.hook = hook;
      request.fail("GeneralServiceException", "Hooks failed");
      return;
    }
    if (mishap.orElse(null) instanceof Mishap.Failed failed) {
      if (failed.leavesObject()) {
        perform(request);
      }
      request.fail(failed.code(), failed.message());
      return;
    }
    perform(request);
  }

  private void perform(Request request) {
    switch (request.action) {
      case "CreateResource" -> create(request);
      case "UpdateResource" -> update(request);
      case "DeleteResource" -> delete(request);
      default -> throw new FakeException("UnsupportedActionException", request.action);
    }
  }

  private void create(Request request) {
    ObjectNode model = parsed(request.input.path("DesiredState").asText());
    List<String> problems = request.type.problems(model);
    if (!problems.isEmpty()) {
      request.fail("InvalidRequest", String.join("; ", problems));
      return;
    }
    int made = ++number;
    request.id = request.type.identify(model, made);
    request.type.complete(model, made);
    if (of(request.name).containsKey(request.id)) {
      request.fail("AlreadyExists", request.id + " exists");
      return;
    }
    of(request.name).put(request.id, model);
    request.status = "IN_PROGRESS";
  }

  /** The patch is applied to what can be read: what cannot has to be sent again. */
  private void update(Request request) {
    request.id = request.input.path("Identifier").asText();
    ObjectNode before = request.type.readable(of(request.name).get(request.id));
    ObjectNode after;
    try {
      JsonNode patch = RegistryType.MAPPER.readTree(request.input.path("PatchDocument").asText());
      after = JsonPatch.apply(patch, before);
    } catch (IOException | IllegalArgumentException e) {
      request.fail("InvalidRequest", String.valueOf(e.getMessage()));
      return;
    }
    List<String> fixed = request.type.fixed(before, after);
    if (!fixed.isEmpty()) {
      request.fail("NotUpdatable", String.join(", ", fixed));
      return;
    }
    ObjectNode settable = after.deepCopy();
    request.type.paths("readOnlyProperties").forEach(pointer -> remove(settable, pointer));
    List<String> problems = request.type.problems(settable);
    if (!problems.isEmpty()) {
      request.fail("InvalidRequest", String.join("; ", problems));
      return;
    }
    of(request.name).put(request.id, after);
    request.status = "IN_PROGRESS";
  }

  private static void remove(ObjectNode model, String pointer) {
    int last = pointer.lastIndexOf('/');
    if (model.at(pointer.substring(0, last)) instanceof ObjectNode parent) {
      parent.remove(pointer.substring(last + 1));
    }
  }

  private void delete(Request request) {
    request.id = request.input.path("Identifier").asText();
    of(request.name).remove(request.id);
    request.status = "IN_PROGRESS";
  }

  private static ObjectNode parsed(String json) {
    try {
      return (ObjectNode) RegistryType.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new FakeException("InvalidRequestException", "not JSON");
    }
  }

  /** A request and how far it is. */
  private static final class Request {
    final String action;
    final String name;
    final RegistryType type;
    final JsonNode input;
    final String token;
    final long begun = System.nanoTime();
    String status = "PENDING";
    String id = "";
    String code = "";
    String message = "";
    Mishap.@Nullable Hook hook;

    Request(String action, String name, RegistryType type, JsonNode input, String token) {
      this.action = action;
      this.name = name;
      this.type = type;
      this.input = input;
      this.token = token;
    }

    String operation() {
      return action.substring(0, action.length() - "Resource".length()).toUpperCase(Locale.ROOT);
    }

    /** What was begun ends by itself, a moment later. */
    void settle() {
      if (status.equals("IN_PROGRESS") && System.nanoTime() - begun > DURATION) {
        status = "SUCCESS";
      }
    }

    void fail(String code, String message) {
      this.status = "FAILED";
      this.code = code;
      this.message = message;
    }
  }
}
