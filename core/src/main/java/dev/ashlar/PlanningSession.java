package dev.ashlar;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Edit;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Address;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Plans a blueprint again after each edit, at the price of the edit: a canvas shows the plan while
 * its user draws. Each plan is the very one, digest and diagnostics included, that {@link
 * Workspace#plan()} makes of the edited documents.
 *
 * <p>What is recorded, and what the clouds have, is looked at when the session is opened and on
 * {@link #refresh}; what an edit makes necessary besides (a lookup with other conditions, a
 * connector that refines) is asked then. A session keeps what it worked out: about 8 KiB for each
 * resource, beside the documents and the records themselves. There is nothing to close: a session
 * that nobody holds is gone.
 *
 * <p>Safe for every thread. Edits are taken in the order of the calls. No method blocks on anything
 * but the processor; {@link #edit} is complete on return, unless a connector must be asked or
 * another thread is editing just then. An edit that is overtaken by another completes with the
 * newer preview.
 *
 * @since 0.1
 */
public sealed interface PlanningSession permits EngineSession {

  /**
   * Edits the documents, all or nothing, and plans again. An edit that is not possible changes
   * nothing and says why in {@link Preview#refusals}. One that is possible and leaves the documents
   * unsound is kept: the plan says what is wrong, and the next edit may mend it.
   */
  CompletableFuture<Preview> edit(Edit... edits);

  /** Looks at the records, the clouds and the secrets again, and plans again. */
  CompletableFuture<Preview> refresh();

  /** The newest preview. */
  Preview preview();

  /** What would happen by now. Immutable. */
  sealed interface Preview permits EnginePreview {
    /** The documents with all edits. */
    Environment environment();

    /** The blueprint with all edits. */
    Blueprint blueprint();

    /** What would change. With errors among its diagnostics it can only be shown. */
    Plan plan();

    /** Why the edit was not possible; empty where it was. */
    List<Diagnostic> refusals();

    /**
     * What a canvas must paint again: everything whose changes or diagnostics are others than in
     * the preview before.
     */
    List<Redraw> redraw();
  }

  /** Something to paint again. Immutable. */
  sealed interface Redraw permits RedrawnObject {
    /** The object, or the declaration, that it is about. */
    Address address();

    /** The canvas element that it came from. */
    Optional<String> canvas();

    /** What happens to it by now: nothing, one change, or the two of a replacement. */
    List<Change> changes();

    /** What is to be said of it by now. */
    List<Diagnostic> diagnostics();
  }
}
