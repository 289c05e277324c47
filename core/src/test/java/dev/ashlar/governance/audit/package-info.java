@NullMarked
package dev.ashlar.governance.audit;

import org.jspecify.annotations.NullMarked;
