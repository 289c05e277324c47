package dev.ashlar.governance.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.expression.function.Refusal;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an access document allows: understood, not searched as text. */
class GrantsTest {
  private static final Value UNKNOWN = Value.unknown(ValueType.STRING);
  private static final Value BOOLEAN_UNKNOWN = Value.unknown(ValueType.BOOLEAN);

  private static Value document(Value... statements) {
    return Value.map(Map.of("Statement", Value.list(statements)));
  }

  private static Value.MapValue allow(String key, Value value) {
    Map<String, Value> statement = new TreeMap<>();
    statement.put("Effect", Value.of("Allow"));
    statement.put("Action", Value.of("s3:GetObject"));
    statement.put(key, value);
    return Value.map(statement);
  }

  private static Value condition(String operator, String key, String value) {
    return Value.map(Map.of(operator, Value.map(Map.of(key, Value.of(value)))));
  }

  @Test
  void everybodyIsAStarInAnyOfItsForms() {
    Value star = Value.of("*");
    List<Value> forms = new ArrayList<>();
    forms.add(star);
    forms.add(Value.map(Map.of("AWS", star)));
    forms.add(Value.map(Map.of("AWS", Value.list(Value.of("123456789012"), star))));
    forms.add(Value.map(Map.of("CanonicalUser", star)));
    for (Value principal : forms) {
      assertThat(Grants.isPublic(document(allow("Principal", principal))))
          .as("%s", principal)
          .isEqualTo(Value.of(true));
    }
    assertThat(
            Grants.isPublic(
                document(allow("NotPrincipal", Value.map(Map.of("AWS", Value.of("1")))))))
        .isEqualTo(Value.of(true));
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals,            aws:PrincipalOrgID, o-1,        false",
    "StringEquals,            AWS:PRINCIPALORGID, o-1,        false",
    "StringLike,              aws:PrincipalArn,   *,          true",
    "StringEqualsIfExists,    aws:PrincipalOrgID, o-1,        true",
    "StringNotEquals,         aws:PrincipalOrgID, o-1,        true",
    "IpAddress,               aws:SourceIp,       0.0.0.0/0,  true",
    "IpAddress,               aws:SourceIp,       10.0.0.0/8, false",
    "Bool,                    aws:SecureTransport, true,      true",
    "ForAnyValue:StringLike,  aws:PrincipalOrgPaths, o-1/x/*, false"
  })
  void onlyAConditionOnWhoAsksRestricts(
      String operator, String key, String value, boolean isPublic) {
    Value statement =
        allow("Principal", Value.of("*")).with("Condition", condition(operator, key, value));

    assertThat(Grants.isPublic(document(statement))).isEqualTo(Value.of(isPublic));
  }

  @Test
  void whatIsNotKnownMayBeEither() {
    assertThat(Grants.isPublic(document(allow("Principal", UNKNOWN)))).isEqualTo(BOOLEAN_UNKNOWN);
    assertThat(
            Grants.isPublic(
                document(allow("Principal", UNKNOWN), allow("Principal", Value.of("*")))))
        .isEqualTo(Value.of(true));
    assertThat(
            Grants.isPublic(document(allow("Principal", Value.of("*")).with("Condition", UNKNOWN))))
        .isEqualTo(BOOLEAN_UNKNOWN);
    assertThat(
            Grants.isPublic(
                document(
                    allow("Principal", Value.map(Map.of("AWS", Value.of("1"))))
                        .with("Resource", UNKNOWN))))
        .isEqualTo(Value.of(false));
    assertThat(Grants.allows(document(allow("Action", UNKNOWN)), "iam:PassRole"))
        .isEqualTo(BOOLEAN_UNKNOWN);
    assertThat(Grants.wildcards(document(allow("Action", UNKNOWN))).isKnown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "iam:*,      true",
    "IAM:pass*,  true",
    "*,          true",
    "iam:PassRol?, true",
    "iam:Pass,   false",
    "s3:*,       false"
  })
  void anActionIsAllowedByNameOrPattern(String pattern, boolean allowed) {
    assertThat(Grants.allows(document(allow("Action", Value.of(pattern))), "iam:PassRole"))
        .isEqualTo(Value.of(allowed));
  }

  @Test
  void everythingButSomeAllowsTheRest() {
    Value spared =
        document(Value.map(Map.of("Effect", Value.of("Allow"), "NotAction", Value.of("iam:*"))));

    assertThat(Grants.allows(spared, "s3:GetObject")).isEqualTo(Value.of(true));
    assertThat(Grants.allows(spared, "iam:PassRole")).isEqualTo(Value.of(false));
    assertThat(Grants.wildcards(spared)).isEqualTo(Value.list(Value.of("NotAction")));
  }

  @Test
  void noDocumentAllowsNothing() {
    assertThat(Grants.isPublic(Value.NULL)).isEqualTo(Value.of(false));
    assertThat(Grants.wildcards(Value.NULL)).isEqualTo(Value.list());
  }

  @Test
  void whatIsNoDocumentIsRefusedInsteadOfFoundHarmless() {
    for (Value none :
        List.of(
            Value.of("everybody"),
            Value.of("{"),
            Value.map(Map.of("Statements", Value.list())),
            document(Value.of("x")),
            document(Value.map(Map.of("Effect", Value.of("allow")))))) {
      assertThatThrownBy(() -> Grants.isPublic(none)).as("%s", none).isInstanceOf(Refusal.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a*c, abc, true",
    "a*c, ab, false",
    "*, '', true",
    "a?c, abc, true",
    "a?c, ac, false",
    "**a**, bab, true",
    "a*b*c, aXbYbZc, true",
    "'', a, false"
  })
  void patternsMatchTheWholeText(String pattern, String text, boolean matches) {
    assertThat(Globs.matches(pattern, text)).isEqualTo(matches);
  }

  @Test
  void aHostilePatternTakesNoLongerThanItIs() {
    String pattern = "a*".repeat(2_000) + "b";

    assertThat(Globs.matches(pattern, "a".repeat(4_000))).isFalse();
  }
}
