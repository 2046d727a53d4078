// Package remote signs with keys that a service keeps for their holder, who
// confirms on a telephone or with a one-time code: a client of the Cloud Signature
// Consortium API versions 1 (1.0.4) and 2 (2.0), and of three Vietnamese services
// as far as they are described in public: VNPT SmartCA (769), Viettel MySign and
// MISA eSign. Those three have been held against stand-ins only (package standin),
// never against the service itself; Service.Say tells the user so.
//
// A confirmation takes minutes and outlives the program: what is to be signed is
// frozen as a digest and kept by the caller (Session, Ticket) before anything is
// sent, and taken up again under the same transaction. Every signature is verified
// against the certificate before it is handed out.
//
// It knows no document, no dossier, no store and no window. Credentials of a partner
// (client_id, sp_id …) are the user's own; none are shipped. It may be imported by
// app/office and its own stand-in; it imports package signing and the standard
// library.
package remote

import (
	"context"
	"crypto/x509"
	"fmt"
	"log/slog"
	"time"
)

// Kind names the protocol of a service.
type Kind string

// The protocols.
const (
	CSC1      Kind = "csc1"
	CSC2      Kind = "csc2"
	SmartCA   Kind = "smartca"
	MySign    Kind = "mysign"
	MySignRAS Kind = "mysign-ras"
	MISA      Kind = "misa"
)

// Unproven is what a user reads beside a service that nobody has tried for real.
const Unproven = "chưa đối chiếu với dịch vụ thật"

// Service is a protocol as a user chooses it.
type Service struct {
	Kind Kind
	Name string
	URL  string // of the service itself, where it is public; "" must be given
	// Needs says in Vietnamese which of the account's fields the service asks for.
	Needs string
	open  func(*client, Account, Secrets) protocol
}

// Say is the service's name with the mark that it carries.
func (s Service) Say() string { return s.Name + " (" + Unproven + ")" }

// Services lists the protocols.
func Services() []Service { return append([]Service(nil), services...) }

// Find gives the service of a kind.
func Find(kind Kind) (Service, bool) {
	for _, s := range services {
		if s.Kind == kind {
			return s, true
		}
	}
	return Service{}, false
}

var services = []Service{
	{CSC1, "Dịch vụ theo chuẩn Cloud Signature Consortium, bản 1", "",
		"--url; --client-id kèm --secret-file, hoặc --user kèm --password-file", openCSC1},
	{CSC2, "Dịch vụ theo chuẩn Cloud Signature Consortium, bản 2", "",
		"--url; --client-id kèm --secret-file", openCSC2},
	{SmartCA, "VNPT SmartCA", "https://gwsca.vnpt.vn/sca/sp769",
		"--client-id là sp_id, --secret-file chứa sp_password, --user là số CCCD hoặc mã số thuế đã đăng ký", openSmartCA},
	{MySign, "Viettel MySign", "https://remotesigning.viettel.vn",
		"--client-id kèm --secret-file, --user dạng MST_… hoặc CMT_…", openMySign},
	{MySignRAS, "Viettel MySign, giao diện RAS cũ", "https://remotesigning.viettel.vn/adss/service/ras",
		"--client-id kèm --secret-file, --user dạng MST_… hoặc CMT_…", openMySignRAS},
	{MISA, "MISA eSign", "https://esignapp.misa.vn",
		"--client-id và --secret-file là x-clientId và x-clientKey, --user kèm --password-file là tài khoản MISA ID", openMISA},
}

// Account is how a company is known to a service. It holds no secret.
type Account struct {
	Kind       Kind
	URL        string // https://…; "" takes the service's own
	ClientID   string // client_id, sp_id, x-clientId
	User       string // user_id, userName
	Credential string // id or serial number of the certificate; "" where there is one only
	Profile    string // profile_id of MySign; "" takes the usual one
	CA         string // PEM of the roots that the server is checked against; "" takes the system's
	// AskPassword: the user's password is kept nowhere, and asked for at each log-in.
	AskPassword bool
}

// Secrets are what an account is opened with. They are never logged.
type Secrets struct {
	Client []byte // client_secret, sp_password, x-clientKey
	User   []byte // the user's password
}

// Format hides the secrets from every verb of fmt.
func (Secrets) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte("…")) }

// LogValue hides the secrets from a log.
func (Secrets) LogValue() slog.Value { return slog.StringValue("…") }

// Clear overwrites the secrets.
func (s Secrets) Clear() {
	clear(s.Client)
	clear(s.User)
}

func (s Secrets) copy() Secrets {
	return Secrets{Client: append([]byte(nil), s.Client...), User: append([]byte(nil), s.User...)}
}

// Credential is a certificate of the account that can sign.
type Credential struct {
	ID    string
	Cert  *x509.Certificate
	Chain []*x509.Certificate

	owner     string // who the service says it belongs to (MISA)
	pin, otp  bool   // what authorising asks for (CSC)
	implicit  bool   // the holder confirms elsewhere, the answer waits for it (CSC)
	multisign int    // how many signatures one authorisation may make, 0 = not said
}

// protocol is one service's way of working. step does one exchange and says what
// comes next; the ticket is kept by the caller between any two of them.
type protocol interface {
	credentials(ctx context.Context) ([]Credential, error)
	step(ctx context.Context, cred Credential, t *Ticket, ask asker) (next, error)
	close()
}

// next is what a step leaves to be done.
type next int

const (
	again  next = iota // the next exchange may follow at once
	wait               // the holder has not confirmed yet
	signed             // the ticket has its signatures
)

// answerTime is how long an ordinary answer may take, confirmTime one that waits
// for the holder.
const (
	answerTime  = 30 * time.Second
	confirmTime = 5 * time.Minute
)
