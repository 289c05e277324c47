/** What expressions see of objects, while planning and while applying. Not exported. */
@NullMarked
package dev.ashlar.plan.view;

import org.jspecify.annotations.NullMarked;
