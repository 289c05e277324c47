@NullMarked
package dev.ashlar.governance.approval;

import org.jspecify.annotations.NullMarked;
