/** What an earlier state means for today: who is who, and which values must be read anew. */
@NullMarked
package dev.ashlar.plan.rollback;

import org.jspecify.annotations.NullMarked;
