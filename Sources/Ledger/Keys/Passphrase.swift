/// Answers with the passphrase of a sealed key, once it is needed: from a terminal, a file, a descriptor.
///
/// - Parameter key: the id of the key, for the person who is asked.
public typealias Passphrase = (_ key: String) throws(LedgerError) -> [UInt8]
