package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.diagnostic.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** JSON is YAML too: whichever reads a text finds every part of it at the same place. */
class JsonPlacesTest {
  private static final int BLUEPRINTS = 200;

  @Test
  void everyPartStandsWhereYamlFindsIt() {
    for (long seed = 0; seed < BLUEPRINTS; seed++) {
      String text = spaced(BlueprintText.json(new RandomBlueprints(seed).next()), seed);
      assertThat(places("random.json", text))
          .as("seed %d:%n%s", seed, text)
          .isEqualTo(places("random.yaml", text));
    }
  }

  @Test
  void whatFollowsAnEscapeStandsBehindItsSource() {
    String text =
        "{ \"apiVersion\":\"ashlar.dev/v1\",\"kind\":\"Blueprint\",\"metadata\":{\"name\":\"a\"},\r\n"
            + "\"locals\":{\"a\":{\"\\u0062\\\"\":[\"\\ud83d\\ude00\\\\\", 1.50,true ]},"
            + "\t\"c\":\"😀\",\"d\":null}}";

    Blueprint blueprint = Blueprint.read(Source.text("a.json", text)).orThrow();
    Term.Fields a = (Term.Fields) blueprint.locals().get("a").value();
    Term.Items items = (Term.Items) a.fields().get("b\"");

    assertThat(a.places().get("b\"").start()).isEqualTo(new Location("a.json", 2, 16));
    assertThat(items.items())
        .extracting(item -> item.place().start().column())
        .containsExactly(28, 46, 51);
    assertThat(items.items().get(0).place().at(1).column()).isEqualTo(41);
    assertThat(blueprint.locals().get("c").place().start().column()).isEqualTo(60);
    assertThat(blueprint.locals().get("d").place().start().column()).isEqualTo(68);
  }

  /** Space between the tokens, which means nothing; none inside a string. */
  private static String spaced(String text, long seed) {
    Random random = new Random(seed);
    StringBuilder spaced = new StringBuilder();
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      spaced.append(c);
      if (c == '\\' && inString) {
        i++;
        spaced.append(text.charAt(i));
      } else if (c == '"') {
        inString = !inString;
      } else if (!inString && ",:{[".indexOf(c) >= 0) {
        spaced.append(List.of("", " ", "\n", "\r\n ", "   ").get(random.nextInt(5)));
      }
    }
    return spaced.toString();
  }

  private static List<String> places(String name, String text) {
    Blueprint blueprint = Blueprint.read(Source.text(name, text)).orThrow();
    List<String> places = new ArrayList<>();
    add(blueprint.place(), 0, places);
    blueprint.locals().values().forEach(local -> add(local.value(), places));
    blueprint
        .resources()
        .values()
        .forEach(
            resource -> {
              add(resource.place(), resource.name().length(), places);
              add(resource.properties(), places);
              resource.when().ifPresent(term -> add(term, places));
              resource.forEach().ifPresent(term -> add(term, places));
              resource.dependsOn().forEach(on -> add(on.place(), on.name().length(), places));
            });
    return places;
  }

  private static void add(Term term, List<String> places) {
    if (term instanceof Term.Items items) {
      add(term.place(), 0, places);
      items.items().forEach(item -> add(item, places));
    } else if (term instanceof Term.Fields fields) {
      add(term.place(), 0, places);
      fields.places().values().forEach(place -> add(place, 0, places));
      fields.fields().values().forEach(field -> add(field, places));
    } else if (term instanceof Term.Text parts) {
      parts.parts().forEach(part -> add(part, places));
    } else if (term instanceof Term.Computed computed) {
      add(term.place(), computed.offset() + computed.expression().length(), places);
    } else if (term instanceof Term.Literal literal) {
      add(term.place(), literal.value().toString().length(), places);
    }
  }

  private static void add(Place place, int characters, List<String> places) {
    Location start = place.start();
    places.add(start.line() + ":" + start.column());
    for (int i = 0; i < characters; i++) {
      Location at = place.at(i);
      places.add(at.line() + ":" + at.column());
    }
  }
}
