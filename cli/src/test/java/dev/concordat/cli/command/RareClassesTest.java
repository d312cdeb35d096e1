package dev.concordat.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RareClassesTest {
  @Test
  void all_classes_of_a_package_in_a_jar_are_loaded_and_no_others() throws IOException {
    // 20 of them in version 1.8.
    assertThat(RareClasses.load(Pattern.class)).isBetween(15, 60);
  }

  @Test
  void what_stands_in_no_jar_is_left_alone() throws IOException {
    assertThat(RareClasses.load(RareClassesTest.class)).isZero();
  }
}
