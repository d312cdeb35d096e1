package dev.concordat.environment.setup.detect;

import dev.concordat.environment.setup.builds.BuildUnit;
import dev.concordat.environment.setup.settings.Address;
import dev.concordat.environment.setup.settings.Setting;
import java.util.Optional;
import java.util.regex.Pattern;

/// Settings that tell a system its own address: `PORT=8081`, `HOST=0.0.0.0`, `LISTEN=0.0.0.0:8081`.
record OwnAddress(Candidate system, Neighbours neighbours) {
  private static final Pattern EVERYWHERE_HERE =
      Pattern.compile("0\\.0\\.0\\.0|127\\.0\\.0\\.1|localhost|::");
  private static final Pattern NUMBER_OR_NOTHING = Pattern.compile("\\d*");

  /// The setting's value with `{host}` and `{port}`; empty where it is about something else.
  Optional<String> template(Setting setting, Optional<Address> address) {
    var name = new VariableName(setting.name());
    String value = setting.value().orElse("");
    if ((name.isOwnPort() || isFrameworks(setting)) && NUMBER_OR_NOTHING.matcher(value).matches()) {
      return Optional.of("{port}");
    }
    if (name.isOwnHost() && EVERYWHERE_HERE.matcher(value).matches()) {
      return Optional.of("{host}");
    }
    return address
        .filter(one -> one.isLocal() || system.isCalled(one.host()))
        .filter(one -> neighbours.isPortOf(system, one.port()))
        .map(Address::template);
  }

  private boolean isFrameworks(Setting setting) {
    return system
        .unit()
        .flatMap(BuildUnit::portVariable)
        .filter(setting.name()::equals)
        .isPresent();
  }
}
