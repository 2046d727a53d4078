package office

import "ankhai/signing/remote"

// What a screen names of package remote, without importing it.
type (
	// RemoteLogin is how an account of a remote service is reached.
	RemoteLogin = remote.Account
	// RemoteSecrets are what an account is opened with.
	RemoteSecrets = remote.Secrets
	// RemoteService is a protocol as a user chooses it.
	RemoteService = remote.Service
	// RemoteAsk gets a secret from the holder.
	RemoteAsk = remote.Ask
	// RemoteQuestion asks the holder for a secret and says what for.
	RemoteQuestion = remote.Question
	// RemotePending is a request that waits for the holder's telephone.
	RemotePending = remote.Pending
)

// What a remote service may ask its user for.
const (
	AskPIN      = remote.AskPIN
	AskOTP      = remote.AskOTP
	AskPassword = remote.AskPassword
)

// RemoteServices lists the protocols of remote services.
func RemoteServices() []RemoteService { return remote.Services() }

// RemoteNeedsPassword reports whether a service asks for the user's password beside the
// partner's secret.
func RemoteNeedsPassword(s RemoteService, clientID string) bool {
	return s.Kind == remote.MISA || s.Kind == remote.CSC1 && clientID == ""
}
