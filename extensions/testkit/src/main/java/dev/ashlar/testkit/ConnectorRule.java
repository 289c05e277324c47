package dev.ashlar.testkit;

/**
 * The promises of a connector. Each says what the engine would do wrong without it, and how to mend
 * a connector that breaks it. More may come: do not list the constants.
 *
 * @since 0.1
 */
public enum ConnectorRule {
  /** Schema and sample fit, and the engine can work with them. */
  IS_SOUND(
      "schema and samples fit together",
      "nothing of this type could be planned",
      "correct the sample, or the schema of the type"),
  /** The object is made, and reads back as declared. */
  READS_BACK(
      "what was made reads back as declared",
      "each plan would show a change that nobody made, and applying it would never end",
      "let read() answer what the cloud really has, in the form in which it was declared; where the"
          + " cloud rewrites values, give the attribute an equivalence"),
  /** Outputs stay as they are until something changes them. */
  KEEPS_OUTPUTS(
      "outputs are stable where the schema says so",
      "what depends on the output would be planned with a value that is not true",
      "give the output another stability in the schema (volatile, or changed by the properties that"
          + " change it), or answer the same value from create, read and update"),
  /** The same key makes no second object. */
  CREATES_ONCE(
      "a create with the key of an earlier one makes no second object",
      "a create whose answer was lost would be tried again and leave a duplicate that nobody knows",
      "hand idempotencyKey() to the cloud as its client token, and answer what the first call made;"
          + " where the cloud knows no token, declare no idempotency horizon"),
  /** A create whose answer is lost leaves one object. */
  RECOVERS(
      "a create whose answer was lost is found or repeated, not made twice",
      "a process that dies at the wrong moment would leave an object that is in no state",
      "implement Findable by the ownership mark or the identity, or declare an idempotency horizon"
          + " that the cloud keeps"),
  /** A mutable attribute is changed in place. */
  UPDATES_IN_PLACE(
      "a mutable attribute is changed in place, and nothing else changes",
      "the change would be reported as done and shown again by the next plan",
      "let update() send every path of changed(); where the cloud cannot change the attribute, mark"
          + " it immutable in the schema"),
  /** An immutable attribute means another object. */
  REPLACES(
      "an immutable attribute means another object",
      "the old object would stay, or the new one would not be as declared",
      "let create() make a new object from the whole spec; where the cloud can change the"
          + " attribute in place, do not mark it immutable"),
  /** An attribute that is not declared any more is treated as the schema says. */
  UNSETS(
      "an attribute that is taken away is treated as the schema says",
      "each plan would try to take it away again",
      "let update() clear what is not in the spec, or say by onUnset what the cloud does instead"),
  /** A delete takes the object away, and a second one is no failure. */
  DELETES_TWICE(
      "a delete takes the object away, and a second one is no failure",
      "a delete that is tried again after a crash would fail for ever",
      "answer Result.deleted() also where the cloud says that there is no such object, and not"
          + " before the object is gone"),
  /** What does not exist is absent, not a failure. */
  READS_MISSING(
      "what does not exist is absent, not a failure",
      "an object that somebody deleted would stop every plan instead of being made again",
      "answer Reading.absent() where the cloud says that there is no such object"),
  /** An object that exists can be taken over by its identifier. */
  IMPORTS(
      "an object that exists can be taken over by its identifier",
      "import and adopt would show changes, or fail",
      "let read() answer everything from the identifier alone: an import has no spec"),
  /** What an interrupted create made is found, and only that. */
  FINDS(
      "what an interrupted create made is found, and only that",
      "recovery would adopt somebody else's object, or make a second one",
      "search by idempotencyKey(), ownershipMark() or identity; answer absent() only when nothing"
          + " can appear any more, and notYet() until then"),
  /** Batch reads say what single reads say. */
  READS_IN_BATCHES(
      "reading in batches says what single reads say",
      "a refreshed plan would depend on how many objects there are",
      "build the readings of readAll() as read() does; leave out, or answer as absent, what is not"
          + " there"),
  /** A search finds what matches, and nothing else. */
  SEARCHES(
      "a search finds what matches, and nothing else",
      "lookups would bring values of other objects into a plan",
      "compare every attribute of where(), in a stable order, and stop at limit()"),
  /** Failures are typed. */
  FAILS_TYPED(
      "failures say of what kind they are",
      "the engine would retry what cannot succeed, or give up what only needs patience",
      "let ProviderSession.classify() give each of the client's exceptions its kind"),
  /** A write that is guarded by an outdated version is refused. */
  GUARDS_WRITES(
      "a write that is guarded by an outdated version is refused",
      "what somebody else changed meanwhile would be overwritten without a word",
      "hand version() to the cloud (If-Match), and answer Failure.conflict where it does not match;"
          + " where the cloud cannot do that, tell no version in a reading"),
  /** Secrets are never echoed. */
  KEEPS_SECRETS(
      "a secret is never echoed",
      "the secret would stand in plans, logs or states in clear",
      "answer Secret.withheld() for write-only properties, mark secret outputs as sensitive, and"
          + " keep secrets out of identifiers, tokens and messages"),
  /** A long operation goes on by its token, in another process. */
  RESUMES(
      "a long operation goes on by its token, also in another process",
      "an operation that was under way when a process ended could never be ended",
      "put all that resume() needs into the token, and keep nothing in the connector"),
  /** What an older schema stored is read. */
  UPGRADES(
      "what an older version of the schema stored is read",
      "states of older versions would be refused",
      "let upgrade() return values that this version's schema takes"),
  /** Equal questions get equal answers while planning. */
  REFINES_REPEATABLY(
      "refining a plan gives the same answer for the same request",
      "two plans of the same would differ, and an approved one would be refused",
      "let refine() hang on nothing but its request"),
  /** Nothing is left behind. */
  LEAVES_NOTHING(
      "when all is destroyed nothing is left",
      "objects would stay behind that cost money and are in no state",
      "let delete() take away everything that create() made");

  private final String promise;
  private final String consequence;
  private final String remedy;

  ConnectorRule(String promise, String consequence, String remedy) {
    this.promise = promise;
    this.consequence = consequence;
    this.remedy = remedy;
  }

  /** The promise, as a sentence. */
  public String promise() {
    return promise;
  }

  /** What the engine would do wrong if it is not kept. */
  public String consequence() {
    return consequence;
  }

  /** How to mend a connector that does not keep it. */
  public String remedy() {
    return remedy;
  }
}
