// Package keys keeps the data key of a data folder: 32 random bytes that never
// lie on the disk in clear. They are wrapped in slots, each under a secret of its
// own, in the file kho.khoa beside the data, of which there are two copies.
//
// A slot is the operating system's keyring, a passphrase, a printed recovery key,
// or, where there is neither keyring nor passphrase, a key file in the user's
// profile on this machine. Any one slot opens the data, so that losing one of
// them loses nothing; a slot counts only after its secret was tried.
//
// It refuses to know what the key encrypts. app/office may import it, and the
// packages below storage. The file's shape and what would change it stand in
// docs/decisions/0006-keys.md.
package keys
