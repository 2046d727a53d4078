package office

import (
	"os/user"
	"strings"
)

// account is who works here, for the journal: the account of the operating
// system, without the machine's name before it. It is not asked what the person
// is called.
func account() string {
	u, err := user.Current()
	if err != nil {
		return "không rõ"
	}
	name := u.Username
	if i := strings.LastIndexByte(name, '\\'); i >= 0 {
		name = name[i+1:]
	}
	return name
}
