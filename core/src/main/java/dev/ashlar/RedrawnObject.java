package dev.ashlar;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Change;
import dev.ashlar.value.Address;
import java.util.List;
import java.util.Optional;

/** One object of a preview. */
record RedrawnObject(
    Address address, Optional<String> canvas, List<Change> changes, List<Diagnostic> diagnostics)
    implements PlanningSession.Redraw {}
