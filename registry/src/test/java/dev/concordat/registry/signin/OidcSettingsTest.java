package dev.concordat.registry.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.registry.access.Grant;
import dev.concordat.registry.access.GroupRule;
import dev.concordat.registry.access.Scope;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OidcSettingsTest {
  @Test
  void anIssuerIsAskedByTlsOrOnThisMachine() {
    assertThat(problem("https://login.example.org/realms/x")).isEmpty();
    assertThat(problem("https://10.0.0.1")).isEmpty();
    assertThat(problem("http://127.0.0.1:8080")).isEmpty();
    assertThat(problem("http://[::1]:8080")).isEmpty();
    assertThat(problem("http://login.example.org")).isPresent();
    assertThat(problem("http://localhost.example.org")).isPresent();
    assertThat(problem("ftp://login.example.org")).isPresent();
    assertThat(problem("login.example.org")).isPresent();
    assertThat(problem("https://login.example.org?a=b")).isPresent();
    assertThat(problem("https://me@login.example.org")).isPresent();
  }

  private static Optional<String> problem(String address) {
    return OidcSettings.problem(URI.create(address));
  }

  @Test
  void aRuleNamesGroupTeamAndScopes() {
    assertThat(GroupRule.parse("payments=pay:publish,deploy"))
        .hasValue(
            new GroupRule(
                "payments", new Grant(Set.of(Scope.PUBLISH, Scope.DEPLOY), Optional.of("pay"))));
    assertThat(GroupRule.parse("cn=a,dc=org=*:admin"))
        .hasValue(new GroupRule("cn=a,dc=org", new Grant(Set.of(Scope.ADMIN), Optional.empty())));
    assertThat(GroupRule.parse("payments=pay")).isEmpty();
    assertThat(GroupRule.parse("payments=pay:")).isEmpty();
    assertThat(GroupRule.parse("payments=:read")).isEmpty();
    assertThat(GroupRule.parse("=pay:read")).isEmpty();
    assertThat(GroupRule.parse("payments=pay:everything")).isEmpty();
  }

  @Test
  void onlyPagesAreComeBackTo() {
    assertThat(ReturnAddress.of("/ui")).isEqualTo("/ui");
    assertThat(ReturnAddress.of("/ui/systems/a%2Fb?x=%20")).isEqualTo("/ui/systems/a%2Fb?x=%20");
    assertThat(ReturnAddress.of("/tokens")).isEqualTo("/ui");
    assertThat(ReturnAddress.of("/uid")).isEqualTo("/ui");
    assertThat(ReturnAddress.of("//evil.example/ui")).isEqualTo("/ui");
    assertThat(ReturnAddress.of("/ui/\r\nSet-Cookie: a=b")).isEqualTo("/ui");
    assertThat(ReturnAddress.of("/ui/../..//evil.example")).isEqualTo("/ui");
    assertThat(ReturnAddress.of("/ui/" + "a".repeat(3_000))).isEqualTo("/ui");
  }
}
