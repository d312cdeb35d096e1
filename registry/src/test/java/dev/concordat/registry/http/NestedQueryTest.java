package dev.concordat.registry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NestedQueryTest {
  @Test
  void aNameThatRepeatsBeginsANewElement() throws Exception {
    // When
    QueryValue.Table query =
        NestedQuery.parse(
            "q[][pacticipant]=A&q%5B%5D%5Bversion%5D=1&q[][pacticipant]=B&latestby=cvp&q[][version]=2");

    // Then
    assertThat(query.text("latestby")).contains("cvp");
    List<QueryValue.Table> selectors = query.tables("q");
    assertThat(selectors).hasSize(2);
    assertThat(selectors.get(0).text("version")).contains("1");
    assertThat(selectors.get(1).text("pacticipant")).contains("B");
    assertThat(selectors.get(1).text("version")).contains("2");
  }

  @Test
  void tablesAndListsNest() throws Exception {
    // When
    QueryValue.Table query =
        NestedQuery.parse("exclude[]=feat%2F1&exclude[]=main&a[b][c]=d&flag&plus=a+b%2B");

    // Then
    assertThat(query.texts("exclude")).containsExactly("feat/1", "main");
    assertThat(query.members().get("a"))
        .hasToString("Table[members={b=Table[members={c=Text[value=d]}]}]");
    assertThat(query.text("flag")).isEqualTo(Optional.of(""));
    assertThat(query.text("plus")).contains("a b+");
  }

  @Test
  void whatContradictsItselfOrNestsTooDeepIsUnreadable() {
    assertThatThrownBy(() -> NestedQuery.parse("a=1&a[b]=2"))
        .isInstanceOf(NestedQuery.Unreadable.class)
        .hasMessageContaining("'a'");
    assertThatThrownBy(() -> NestedQuery.parse("a" + "[b]".repeat(40) + "=1"))
        .isInstanceOf(NestedQuery.Unreadable.class)
        .hasMessageContaining("deeper");
    assertThatThrownBy(() -> NestedQuery.parse("a=%zz"))
        .isInstanceOf(NestedQuery.Unreadable.class)
        .hasMessageContaining("percent");
    assertThatThrownBy(() -> NestedQuery.parse("a=1&".repeat(10_001)))
        .isInstanceOf(NestedQuery.Unreadable.class)
        .hasMessageContaining("10000");
  }
}
