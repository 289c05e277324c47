package dev.ashlar.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ashlar.laws.generate.Document;
import dev.ashlar.laws.rig.Shuffled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Law 1: the same document, state, observations and provider versions give the same plan, to the
 * byte, on any machine and in any order of threads.
 */
@ResourceLock(Resources.LOCALE)
@ResourceLock(Resources.TIME_ZONE)
class RepeatableLawTest {
  private static final String SEEDS = "4";

  @Test
  void againAndInAnyOrderOfThreads() {
    Cases.each(
        6,
        seed -> {
          List<String> once = new History(seed).files();
          assertThat(new History(seed).files()).as("-Dlaws.seed=" + seed).isEqualTo(once);
          assertThat(
                  new History(seed)
                      .on((time, builder) -> builder.executor(new Shuffled(time, new Random(seed))))
                      .files())
              .as("in another order of threads, -Dlaws.seed=" + seed)
              .isEqualTo(once);
          assertThat(
                  new History(seed)
                      .on((time, builder) -> builder.parallelism(1).random(new Random(seed + 7)))
                      .digests())
              .as("with other randomness, one operation at once, -Dlaws.seed=" + seed)
              .isEqualTo(new History(seed).digests());
        });
  }

  /** What has no order in a document has none in a plan: only locations differ. */
  @Test
  void inAnyOrderOfWhatHasNoOrder() {
    Cases.each(
        6,
        seed ->
            assertThat(
                    new History(seed)
                        .written(resources -> Document.reordered(resources, new Random(seed)))
                        .digests())
                .as("-Dlaws.seed=" + seed)
                .isEqualTo(new History(seed).digests()));
  }

  /** Changes stand in the order of the document as far as they can; the plan is the same in any. */
  @Test
  void inAnyOrderOfResources() {
    Cases.each(
        12,
        seed ->
            assertThat(
                    new History(seed)
                        .written(resources -> Document.shuffled(resources, new Random(seed)))
                        .digests())
                .as("-Dlaws.seed=" + seed)
                .isEqualTo(new History(seed).digests()));
  }

  @Test
  void inEveryLanguageAndTimeZone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    List<String> languages =
        List.of("tr", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de", "th-TH-u-ca-buddhist-nu-thai");
    Cases.each(
        5,
        seed -> {
          List<String> here = new History(seed).files();
          try {
            Locale.setDefault(
                Locale.forLanguageTag(languages.get((int) (seed % languages.size()))));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(new History(seed).files()).as("-Dlaws.seed=" + seed).isEqualTo(here);
          } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
          }
        });
  }

  @Test
  void onAJvmWithOtherDefaults() throws IOException, InterruptedException {
    List<String> options =
        List.of(
            "-Dfile.encoding=US-ASCII",
            "-Dline.separator=\r\n",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Asia/Kathmandu",
            "-XX:+UseSerialGC",
            "-XX:hashCode=2");
    assertThat(
            OtherJvms.run(
                Path.of(System.getProperty("java.home")),
                withExperiments(options),
                HistoryMain.class,
                SEEDS))
        .isEqualTo(here());
  }

  private static List<String> withExperiments(List<String> options) {
    List<String> all = new java.util.ArrayList<>(List.of("-XX:+UnlockExperimentalVMOptions"));
    all.addAll(options);
    return all;
  }

  @Test
  void onOtherVersionsOfTheJvm() throws IOException, InterruptedException {
    SortedMap<Integer, Path> others = OtherJvms.found();
    assumeFalse(
        others.isEmpty(),
        "skipped: no other JVM stands beside this one; name some in JAVA_HOMES or"
            + " -Dlaws.javaHomes");
    assertThat(
            OtherJvms.run(
                others.get(others.lastKey()),
                List.of("-XX:TieredStopAtLevel=1"),
                HistoryMain.class,
                SEEDS))
        .as("version " + others.lastKey())
        .isEqualTo(here());
  }

  private static String here() {
    StringBuilder lines = new StringBuilder();
    for (long seed = 0; seed < Long.parseLong(SEEDS); seed++) {
      lines.append(HistoryMain.line(seed)).append('\n');
    }
    return lines.toString();
  }
}
