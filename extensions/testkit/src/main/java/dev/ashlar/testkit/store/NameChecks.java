package dev.ashlar.testkit.store;

import static dev.ashlar.testkit.store.Records.ORDERS;
import static dev.ashlar.testkit.store.Records.get;
import static dev.ashlar.testkit.store.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.StateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Environments and documents are what they are called, and nothing else is. */
public final class NameChecks {
  private static final List<String> ODD =
      List.of(
          "",
          ".",
          "..",
          "../x",
          "a/b",
          "a\\b",
          "A",
          "a",
          "ä",
          "con",
          "CON",
          "nul.txt",
          "a b",
          "%",
          "%41",
          "a+b",
          "a~b",
          "x.",
          "\0",
          "\n",
          "🜁",
          "a".repeat(300),
          "a".repeat(301),
          "Ä".repeat(200));

  private NameChecks() {}

  /** The checks. */
  public static Stream<StoreCheck> all() {
    return Stream.of(
        new StoreCheck(
            "environments are listed by name once something is recorded", NameChecks::listed),
        new StoreCheck("no two names meet, however odd", NameChecks::oddNames),
        new StoreCheck("a document is made once", NameChecks::documents));
  }

  private static void listed(Records records) {
    List<Environment.Id> ids =
        List.of(
            new Environment.Id("", "b"),
            new Environment.Id("", "z"),
            new Environment.Id("acme", "a"),
            new Environment.Id("zeta", "a"));
    for (Environment.Id id : List.of(ids.get(3), ids.get(0), ids.get(2), ids.get(1))) {
      records.append(records.acquire(id), 1, "x");
    }

    assertThat(get(records.store().environments())).isEqualTo(ids);
  }

  private static void oddNames(Records records) {
    List<Environment.Id> ids = new ArrayList<>();
    for (String name : ODD) {
      ids.add(new Environment.Id("", name));
      ids.add(new Environment.Id(name.isEmpty() ? "t" : name, "e"));
    }
    for (Environment.Id id : ids) {
      StateStore.Lease lease = records.acquire(id);
      records.append(lease, 1, id.toString());
      records.release(lease);
    }

    for (Environment.Id id : ids) {
      assertThat(records.load(id).entries()).containsExactly(text(id.toString()));
    }
    assertThat(get(records.store().environments()))
        .containsExactlyInAnyOrderElementsOf(ids)
        .isSorted();
  }

  private static void documents(Records records) {
    StateStore store = records.store();
    assertThat(get(store.document(ORDERS, "keyring"))).isEmpty();

    assertThat(get(store.createDocument(ORDERS, "keyring", text("mine")))).isEqualTo(text("mine"));
    assertThat(get(store.createDocument(ORDERS, "keyring", text("other"))))
        .as("the one that is there is answered, and stays")
        .isEqualTo(text("mine"));
    assertThat(get(store.createDocument(ORDERS, "../Key", text("odd")))).isEqualTo(text("odd"));

    assertThat(get(store.document(ORDERS, "keyring"))).contains(text("mine"));
    assertThat(get(store.document(new Environment.Id("", "orders"), "keyring"))).isEmpty();
    assertThat(get(store.environments())).isEmpty();
    assertThat(records.load().entries()).isEmpty();
  }
}
