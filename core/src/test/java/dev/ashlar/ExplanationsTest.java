package dev.ashlar;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.ashlar.diagnostic.Code;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
  @Test
  void everyKindOfProblemThatAFloorDeclaresIsExplained() throws ReflectiveOperationException {
    List<Code> declared = declared();
    assertThat(declared).hasSizeGreaterThan(150);
    assertThat(Ashlar.codes()).containsAll(declared);
  }

  @Test
  void noTwoKindsShareAnId() {
    assertThat(Ashlar.codes()).extracting(Code::id).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void everyKindSaysWhatItMeans() {
    assertThat(Ashlar.codes()).allSatisfy(code -> assertThat(code.explanation()).isNotBlank());
  }

  private static List<Code> declared() throws ReflectiveOperationException {
    List<Code> found = new ArrayList<>();
    for (var type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.ashlar")) {
      for (JavaField field : type.getFields()) {
        if (field.getRawType().isEquivalentTo(Code.class)
            && field.getModifiers().contains(JavaModifier.STATIC)) {
          Field constant = field.reflect();
          constant.setAccessible(true);
          found.add((Code) constant.get(null));
        }
      }
    }
    return found;
  }
}
