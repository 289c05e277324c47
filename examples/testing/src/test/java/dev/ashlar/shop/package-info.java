/** How a shop tests what it declares, without a cloud. */
@NullMarked
package dev.ashlar.shop;

import org.jspecify.annotations.NullMarked;
