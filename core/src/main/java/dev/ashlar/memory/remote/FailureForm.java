package dev.ashlar.memory.remote;

import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A failure as a message, and back: its kind and all that came with it, but no exception. */
final class FailureForm {
  static final String FIELD = "failure";

  private FailureForm() {}

  static Value.MapValue of(Failure failure) {
    Value.MapValue form =
        Value.MapValue.EMPTY
            .with("kind", Value.of(word(failure.kind())))
            .with("detail", Value.of(failure.detail()));
    if (failure.retryAfter().isPresent()) {
      form = form.with("retryAfter", Value.of(failure.retryAfter().get().toString()));
    }
    if (failure.id().isPresent()) {
      form = form.with("id", Value.of(failure.id().get()));
    }
    if (failure.permission().isPresent()) {
      form = form.with("permission", Value.of(failure.permission().get()));
    }
    return Value.MapValue.EMPTY.with(FIELD, form);
  }

  static Failure read(Message form) {
    Failure failure = plain(form);
    if (form.has("retryAfter")) {
      failure = failure.withRetryAfter(form.duration("retryAfter"));
    }
    Optional<String> id = form.optionalText("id");
    return id.isPresent() ? failure.withId(id.get()) : failure;
  }

  private static Failure plain(Message form) {
    String detail = form.text("detail");
    return switch (kind(form.text("kind"))) {
      case THROTTLED -> Failure.throttled(Duration.ZERO);
      case TEMPORARY -> Failure.temporary(detail);
      case CONFLICT -> Failure.conflict(detail);
      case NOT_FOUND -> Failure.notFound(detail);
      case ALREADY_EXISTS -> Failure.alreadyExists(detail);
      case UNAUTHENTICATED -> Failure.unauthenticated(detail);
      case DENIED -> Failure.denied(form.text("permission"), detail);
      case INVALID -> Failure.invalid(detail);
      case QUOTA -> Failure.quota(detail);
      case NEEDS_REPLACEMENT -> Failure.needsReplacement(detail);
      case IN_DOUBT -> Failure.inDoubt(detail);
      case BROKEN -> Failure.broken(detail);
    };
  }

  private static Failure.Kind kind(String word) {
    for (Failure.Kind kind : Failure.Kind.values()) {
      if (word(kind).equals(word)) {
        return kind;
      }
    }
    throw Message.wrong("kind", "a kind of failure");
  }

  private static String word(Failure.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
