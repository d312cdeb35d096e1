package dev.concordat.wire.fault;

/// The certificate that the link shows is wrong. For links with TLS only.
///
/// @param flaw what is wrong with it
public record BadCertificate(Flaw flaw) implements ConnectFault {
  /// What can be wrong with a certificate.
  public enum Flaw {
    /// Its time is over.
    EXPIRED("expired-certificate"),
    /// It is for another host.
    WRONG_HOST("wrong-host"),
    /// Signed by an authority that nobody knows.
    UNTRUSTED("untrusted-certificate");

    private final String name;

    Flaw(String name) {
      this.name = name;
    }
  }

  @Override
  public String name() {
    return flaw.name;
  }
}
