package dev.ashlar.graph.link;

import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.graph.NodeId;

/**
 * That one declaration depends on another, and the place that makes it so.
 *
 * @param target what is depended on
 * @param what what is read of it: {@code key.Arn}; its name where nothing is
 * @param by the part that reads: {@code Tags[0].Value}, {@code forEach}, {@code dependsOn}
 * @param location where that stands
 */
public record Link(NodeId target, String what, String by, Location location) {}
