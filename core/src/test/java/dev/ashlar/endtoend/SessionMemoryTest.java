package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.PlanningSession;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Edit;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session keeps for each resource, and that editing does not make it more. */
class SessionMemoryTest {
  private static final int RESOURCES = 1_000;
  private static final int SESSIONS = 4;

  /** As the documentation of sessions says, with room for another JVM's object layout. */
  private static final long PER_RESOURCE = 12 * 1024;

  private final VirtualTime time = VirtualTime.create();

  @Test
  void keepsSoMuchForEachResourceHoweverOftenItIsEdited() {
    try (Ashlar ashlar =
        Ashlar.builder()
            .addProvider(MemoryCloud.builder().time(time).build())
            .executor(time)
            .time(time)
            .build()) {
      Workspace workspace = ashlar.open(environment());
      time.run(workspace.apply(time.run(workspace.plan())).outcome());
      edited(workspace, 1);
      long before = used();
      List<PlanningSession> sessions = new ArrayList<>();
      for (int i = 0; i < SESSIONS; i++) {
        sessions.add(edited(workspace, 1));
      }
      long fresh = (used() - before) / SESSIONS / RESOURCES;
      sessions.replaceAll(session -> edit(session, 300));
      long worn = (used() - before) / SESSIONS / RESOURCES;
      assertThat(fresh).as("bytes for each resource").isPositive().isLessThan(PER_RESOURCE);
      assertThat(worn).as("bytes for each resource after edits").isLessThan(PER_RESOURCE);
      assertThat(sessions).allMatch(session -> !session.preview().plan().hasErrors());
    }
  }

  private PlanningSession edited(Workspace workspace, int edits) {
    return edit(time.run(workspace.edit()), edits);
  }

  private PlanningSession edit(PlanningSession session, int edits) {
    for (int i = 0; i < edits; i++) {
      time.run(session.edit(Edit.set("r" + i % 7, "input", Value.of("text" + i))));
    }
    return session;
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static Environment environment() {
    StringBuilder text =
        new StringBuilder(
            "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: many }\nresources:\n");
    for (int i = 0; i < RESOURCES; i++) {
      text.append("  r").append(i).append(": { type: memory::Value, properties: { input: ");
      text.append(i % 10 == 0 ? "text" : "\"${r" + (i - 1) + ".output}\"").append(" } }\n");
    }
    return Environment.of("many", Blueprint.read(Source.text("many", text.toString())).orThrow());
  }
}
