package dev.ashlar.acme;

/** What can encrypt: a key, or another name for one. */
public sealed interface KeyTarget permits Key, Alias {}
