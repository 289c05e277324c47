package dev.ashlar.aws.service.iam;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.value.Value;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Policy documents: IAM takes them as they are and gives them back encoded for a URL. */
final class Documents {
  private Documents() {}

  static Value read(String told) {
    // A plus stands for itself: only percent signs encode.
    String text = URLDecoder.decode(told.replace("+", "%2B"), StandardCharsets.UTF_8);
    return AttributeTexts.json(text);
  }
}
