package dev.ashlar.plan.planner;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.question.Question;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * All that a plan does, before it is put in order.
 *
 * @param changes what happens
 * @param unchanged how many objects stay as they are
 * @param questions what must be known first
 * @param diagnostics problems
 * @param outputs what becomes of the blueprint's outputs
 * @param results the results of all declarations; none where the plan is not about them
 * @param restoration of a rollback: what is taken from the former state
 */
record Draft(
    List<Change> changes,
    int unchanged,
    LinkedHashSet<Question> questions,
    List<Diagnostic> diagnostics,
    Outputs outputs,
    Results results,
    Optional<Restoration> restoration) {}
