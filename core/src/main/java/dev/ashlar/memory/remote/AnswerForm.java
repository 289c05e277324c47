package dev.ashlar.memory.remote;

import dev.ashlar.connector.Findable.Finding;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a connector answers as a message, and back. */
final class AnswerForm {
  private AnswerForm() {}

  static MapValue of(Result<MapValue> result) {
    MapValue form = MapValue.EMPTY.with("state", Value.of(word(result.state())));
    if (result.id().isPresent()) {
      form = form.with("id", Value.of(result.id().get()));
    }
    return switch (result.state()) {
      case DONE -> form.with("outputs", result.outputs().orElseThrow());
      case IN_PROGRESS ->
          form.with("token", Value.of(result.token().orElseThrow()))
              .with("delay", Value.of(result.delay().toString()));
      case DELETED -> form;
    };
  }

  static Result<MapValue> result(Message form) {
    return switch (form.text("state")) {
      case "done" -> Result.done(form.text("id"), form.map("outputs"));
      case "in-progress" ->
          form.has("id")
              ? Result.inProgress(form.text("token"), form.duration("delay"), form.text("id"))
              : Result.inProgress(form.text("token"), form.duration("delay"));
      case "deleted" -> Result.deleted();
      default -> throw Message.wrong("state", "a state of an operation");
    };
  }

  private static String word(Result.State state) {
    return switch (state) {
      case DONE -> "done";
      case IN_PROGRESS -> "in-progress";
      case DELETED -> "deleted";
    };
  }

  static MapValue of(Reading<MapValue, MapValue> reading) {
    if (!reading.isFound()) {
      return MapValue.EMPTY;
    }
    MapValue form =
        MapValue.EMPTY
            .with("id", Value.of(reading.id().orElseThrow()))
            .with("spec", reading.spec().orElseThrow())
            .with("outputs", reading.outputs().orElseThrow());
    return reading.version().isPresent()
        ? form.with("version", Value.of(reading.version().get()))
        : form;
  }

  static Reading<MapValue, MapValue> reading(Message form) {
    if (!form.has("id")) {
      return Reading.absent();
    }
    return form.has("version")
        ? Reading.found(
            form.text("id"), form.map("spec"), form.map("outputs"), form.text("version"))
        : Reading.found(form.text("id"), form.map("spec"), form.map("outputs"));
  }

  static MapValue of(List<Reading<MapValue, MapValue>> readings) {
    return MapValue.EMPTY.with(
        "readings", Value.list(readings.stream().map(AnswerForm::of).toList()));
  }

  static List<Reading<MapValue, MapValue>> readings(Message form) {
    return form.messages("readings").stream().map(AnswerForm::reading).toList();
  }

  static MapValue of(Map<String, Reading<MapValue, MapValue>> readings) {
    TreeMap<String, MapValue> forms = new TreeMap<>();
    readings.forEach((id, reading) -> forms.put(id, of(reading)));
    return MapValue.EMPTY.with("readings", Value.map(forms));
  }

  static Map<String, Reading<MapValue, MapValue>> readingsById(Message form) {
    Message forms = form.message("readings");
    Map<String, Reading<MapValue, MapValue>> readings = new LinkedHashMap<>();
    forms.fields().entries().keySet().forEach(id -> readings.put(id, reading(forms.message(id))));
    return readings;
  }

  static MapValue of(Finding<MapValue, MapValue> finding) {
    return switch (finding.answer()) {
      case FOUND -> of(finding.objects());
      case ABSENT -> MapValue.EMPTY.with("absent", Value.of(true));
      case NOT_YET -> MapValue.EMPTY.with("delay", Value.of(finding.delay().toString()));
      case UNDER_WAY ->
          of(finding.objects())
              .with("delay", Value.of(finding.delay().toString()))
              .with("token", Value.of(finding.token().orElse("")));
    };
  }

  static Finding<MapValue, MapValue> finding(Message form) {
    if (form.has("token")) {
      return Finding.underWay(readings(form).get(0), form.text("token"), form.duration("delay"));
    }
    if (form.has("readings")) {
      return Finding.found(readings(form));
    }
    return form.has("delay") ? Finding.notYet(form.duration("delay")) : Finding.absent();
  }
}
