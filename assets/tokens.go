package assets

import _ "embed"

// TokenDrivers lists the PKCS #11 drivers that Vietnamese vendors are known to
// install: names, usual folders by system, where the name comes from and how sure
// it is. A name proves nothing; what is found is checked before it is loaded.
//
//go:embed pkcs11-modules.json
var TokenDrivers []byte
