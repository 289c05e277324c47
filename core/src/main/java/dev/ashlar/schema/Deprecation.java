package dev.ashlar.schema;

import java.util.Optional;

/**
 * That something should no longer be used.
 *
 * @param since the version or date from which
 * @param replacement what to use instead
 * @since 0.1
 */
public record Deprecation(String since, Optional<String> replacement) {}
