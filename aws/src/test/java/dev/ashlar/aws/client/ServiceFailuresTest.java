package dev.ashlar.aws.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Who asks, and what that one may, are two things. */
class ServiceFailuresTest {
  private static final String CREATE = "cloudformation:CreateResource";

  @Test
  void withoutCredentialsTheFailureSaysWhereToSetThem() {
    Failure failure =
        ServiceFailures.of(
            new CompletionException(
                new NoCredentialsException("the profile orders", new RuntimeException("hidden"))),
            CREATE,
            "");

    assertThat(failure.kind()).isEqualTo(Failure.Kind.UNAUTHENTICATED);
    assertThat(failure.permission()).isEmpty();
    assertThat(failure.detail())
        .contains("there are no credentials in the profile orders")
        .contains("providers: { aws: { profile: … } }")
        .doesNotContain("hidden");
  }

  @Test
  void credentialsThatAreNotAcceptedLackNoPermission() {
    Failure failure = ServiceFailures.of("InvalidClientTokenId", CREATE, "");

    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(Failure.Kind.UNAUTHENTICATED);
    assertThat(failure.permission()).isEmpty();
  }

  @Test
  void whatCredentialsDoNotAllowNamesThePermission() {
    Failure failure = ServiceFailures.of("AccessDenied", CREATE, "");

    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
    assertThat(failure.permission()).contains(CREATE);
  }
}
