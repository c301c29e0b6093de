/// What every audit bundle carries so that its reader needs none of our software.
public enum BundleReader {
  /// `verify.py`: checks a bundle on the standard library of Python alone.
  public static var verifyPy: [UInt8] { PackageResources.verify_py }

  static let all: [(name: String, bytes: [UInt8])] = [("verify.py", PackageResources.verify_py)]
}
