package dev.ashlar.execution.step;

import dev.ashlar.plan.resolution.Present;

/** What is known by now, while a plan is applied. For the run's logical thread. */
public interface Known extends Present {}
