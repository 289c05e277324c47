package dev.ashlar.plan.object;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.question.Question;
import dev.ashlar.value.Value;
import java.util.List;

/** What becomes of one object. */
public sealed interface Decision {

  /**
   * It cannot be said without answers.
   *
   * @param questions at least one
   */
  record Asking(List<Question> questions) implements Decision {
    /** Copies the list. */
    public Asking {
      questions = List.copyOf(questions);
    }

    static Asking of(Question question) {
      return new Asking(List.of(question));
    }
  }

  /**
   * It is said.
   *
   * @param changes what happens; nothing where the object stays as it is
   * @param view what expressions see of the object
   * @param diagnostics problems
   */
  record Decided(List<Change> changes, Value.MapValue view, List<Diagnostic> diagnostics)
      implements Decision {
    /** Copies the lists. */
    public Decided {
      changes = List.copyOf(changes);
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
