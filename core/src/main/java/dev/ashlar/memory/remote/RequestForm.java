package dev.ashlar.memory.remote;

import dev.ashlar.connector.Connector.CreateRequest;
import dev.ashlar.connector.Connector.DeleteRequest;
import dev.ashlar.connector.Connector.ReadRequest;
import dev.ashlar.connector.Connector.UpdateRequest;
import dev.ashlar.connector.Findable.FindRequest;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.connector.Resumable.ResumeRequest;
import dev.ashlar.connector.Searchable.SearchRequest;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import dev.ashlar.value.ValuePath;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message as the request that it asks for.
 *
 * @param message the message
 */
record RequestForm(Message message) {

  String operation() {
    return message.text("operation");
  }

  CreateRequest<MapValue> create() {
    return Requests.create(keyed(), message.map("spec"));
  }

  UpdateRequest<MapValue, MapValue> update() {
    return Requests.update(
        keyed(),
        message.text("id"),
        message.map("spec"),
        message.map("prior"),
        message.map("outputs"),
        changed(),
        message.optionalText("version"));
  }

  DeleteRequest<MapValue, MapValue> delete() {
    return Requests.delete(
        keyed(),
        message.text("id"),
        message.map("prior"),
        message.map("outputs"),
        message.optionalText("version"));
  }

  ResumeRequest<MapValue> resume() {
    return Requests.resume(
        keyed(),
        message.text("token"),
        underWay(),
        message.map("spec"),
        message.optionalText("id"));
  }

  ReadRequest<MapValue, MapValue> read() {
    return Requests.read(
        envelope(message, message.duration("timeout"), ""), message.text("id"), Optional.empty());
  }

  List<ReadRequest<MapValue, MapValue>> reads(int most) {
    List<Message> reads = message.messages("reads");
    if (reads.size() > most) {
      throw Message.wrong("reads", "a list of at most " + most);
    }
    return reads.stream()
        .map(
            each ->
                Requests.<MapValue, MapValue>read(
                    envelope(each, Duration.ZERO, ""), each.text("id"), Optional.empty()))
        .toList();
  }

  SearchRequest search() {
    return Requests.search(
        envelope(message, message.duration("timeout"), ""),
        message.map("where"),
        message.number("limit"));
  }

  FindRequest<MapValue> find() {
    return Requests.find(
        keyed(), message.map("spec"), message.fields().get("mark"), message.instant("since"));
  }

  private Envelope keyed() {
    return envelope(message, message.duration("timeout"), message.text("key"));
  }

  private static Envelope envelope(Message from, Duration timeout, String key) {
    Address address =
        Address.parse(from.text("address")).orElseThrow(() -> Message.wrong("address", "one"));
    return new Envelope(address, Bytes.EMPTY, timeout, key);
  }

  private Set<ValuePath> changed() {
    Set<ValuePath> changed = new HashSet<>();
    for (Value item : message.list("changed")) {
      if (!(item instanceof Value.TextValue text)) {
        throw Message.wrong("changed", "a list of JSON pointers");
      }
      try {
        changed.add(ValuePath.ofPointer(text.text()));
      } catch (IllegalArgumentException e) {
        throw Message.wrong("changed", "a list of JSON pointers");
      }
    }
    return changed;
  }

  private Operation underWay() {
    for (Operation operation : Operation.values()) {
      if (operation.name().equals(message.text("of"))) {
        return operation;
      }
    }
    throw Message.wrong("of", "an operation");
  }
}
