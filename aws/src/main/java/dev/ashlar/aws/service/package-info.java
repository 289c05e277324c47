/** Types that are made with the own APIs of their services: what all of them share. */
@NullMarked
package dev.ashlar.aws.service;

import org.jspecify.annotations.NullMarked;
