/**
 * Who may do what: principals, policies, approvals, roles and the audit log.
 *
 * <p>All types are immutable and safe for every thread.
 */
@NullMarked
package dev.ashlar.governance;

import org.jspecify.annotations.NullMarked;
