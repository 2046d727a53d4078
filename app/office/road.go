package office

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
	"ankhai/storage"
)

// ErrNoGateway: nobody has said where this employer's dossiers go.
var ErrNoGateway = errors.New("no gateway chosen")

const gatewaySetting = "cong:" // + tax code

// SetGateway remembers where the employer's dossiers go: "thuc-hanh", "https://…"
// or "file:THƯ_MỤC" for files handed to an I-VAN by hand.
func (o *Office) SetGateway(ctx context.Context, mst, address string) error {
	if err := o.store.PutSetting(ctx, gatewaySetting+mst, address); err != nil {
		return err
	}
	o.outbox.forgive() // what had nowhere to go may go now
	o.outbox.nudge()
	return nil
}

// GatewayOf is where the dossiers of the employer at hand go, as SetGateway takes it;
// ErrNoGateway where nobody has said.
func (o *Office) GatewayOf(ctx context.Context) (address string, err error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return "", err
	}
	if dv.ThucHanh {
		return Practice, nil
	}
	if address, err = o.savedGateway(ctx, dv.MaSoThue); err == nil && address == "" {
		err = ErrNoGateway
	}
	return address, err
}

// CheckAddress tells whether an address can be a gateway's: "" and "thuc-hanh"
// are, "file:THƯ_MỤC" with a folder, and https with a host; else ErrBadAddress.
func CheckAddress(address string) error {
	if dir, ok := strings.CutPrefix(address, "file:"); ok && dir != "" || address == "" || address == Practice {
		return nil
	}
	if u, err := url.Parse(address); err != nil || u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("%w: %q", ErrBadAddress, address)
	}
	return nil
}

// savedGateway is what SetGateway remembered, "" if nothing.
func (o *Office) savedGateway(ctx context.Context, mst string) (string, error) {
	var address string
	err := o.store.Setting(ctx, gatewaySetting+mst, &address)
	if errors.Is(err, storage.ErrNotFound) {
		err = nil
	}
	return address, err
}

// IVAN is the organisation through which an employer's dossiers travel.
type IVAN struct {
	Ma  string `json:"ma"` // five digits
	Ten string `json:"ten"`
}

const ivanSetting = "ivan:" // + tax code

// practiceIVAN stands in dossiers that go to the practice gateway, and where
// nobody has named another; no real organisation has its code.
var practiceIVAN = IVAN{Ma: sandbox.DefaultIVAN, Ten: "CỔNG THỰC HÀNH ANKHAI"}

// SetIVAN remembers the I-VAN of an employer.
func (o *Office) SetIVAN(ctx context.Context, mst string, v IVAN) error {
	return o.store.PutSetting(ctx, ivanSetting+mst, v)
}

func (o *Office) ivanOf(ctx context.Context, mst string) (IVAN, error) {
	v := practiceIVAN
	err := o.store.Setting(ctx, ivanSetting+mst, &v)
	if errors.Is(err, storage.ErrNotFound) {
		err = nil
	}
	return v, err
}

// addressOf is where a dossier of an employer goes, and own where the employer's
// go: the address given, else the one it was handed to before, else the
// employer's, which is the one remembered, or practice for the sample company.
func (o *Office) addressOf(ctx context.Context, mst, given, before string) (address, own string, err error) {
	return addressBook{o, map[string]string{}}.of(ctx, mst, given, before)
}

// addressBook looks each employer's address up once.
type addressBook struct {
	o   *Office
	own map[string]string // by tax code
}

func (b addressBook) of(ctx context.Context, mst, given, before string) (address, own string, err error) {
	own, known := b.own[mst]
	if !known {
		if own, err = b.o.savedGateway(ctx, mst); err != nil {
			return "", "", err
		}
		if own == "" {
			dv, err := b.o.store.DonVi(ctx, mst)
			if err != nil {
				return "", "", err
			}
			if dv.ThucHanh {
				own = Practice
			}
		}
		b.own[mst] = own
	}
	for _, address := range []string{given, before, own} {
		if address != "" {
			return address, own, CheckAddress(address)
		}
	}
	return "", "", ErrNoGateway
}

// roadOf is the road of an employer's dossiers.
func (o *Office) roadOf(ctx context.Context, mst, address string) (*road, error) {
	address, _, err := o.addressOf(ctx, mst, address, "")
	if err != nil {
		return nil, err
	}
	r, err := o.outbox.roadTo(ctx, address)
	return r.as(o, mst), err
}

// roadOfSent is the road of one submission: the address given, else the one it
// was handed to. Whoever sent a dossier to an address finds it there again
// without naming it.
func (o *Office) roadOfSent(ctx context.Context, sub storage.Submission, address string) (*road, error) {
	d, err := o.store.Dossier(ctx, sub.DossierID)
	if err != nil {
		return nil, err
	}
	kept, err := o.store.RetryOf(ctx, sub.ID)
	if err != nil {
		return nil, err
	}
	switch kind := roadOfProcedure(d.Procedure); {
	case kind == byOthers, kind == fileToIVAN && kept.Road == "" && sub.State != storage.ChoGui:
		return &road{byHand: true}, nil // whoever handed it in is asked, not a gateway
	}
	if address, _, err = o.addressOf(ctx, sub.MaSoThue, address, kept.Road); err != nil {
		return nil, err
	}
	r, err := o.outbox.roadTo(ctx, address)
	return r.as(o, sub.MaSoThue), err
}

// road is a gateway at an address, kept open: its connections serve every dossier
// that goes there.
type road struct {
	gateway.Gateway               // nil where somebody hands the dossier in himself
	practice        bool          // the practice gateway of this program
	byHand          bool          // a person hands on what was exported: nobody can be asked what arrived
	quarantine      time.Duration // longer than anything sent there can be on its way
}

// as is the road for one employer, with that employer's I-VAN and account. The
// practice gateway knows no accounts. r may be nil.
func (r *road) as(o *Office, mst string) *road {
	if r == nil || r.practice {
		return r
	}
	c, ok := r.Gateway.(*gateway.Client)
	if !ok {
		return r
	}
	own := *r
	own.Gateway = c.As(o.signIn(mst))
	return &own
}

func (r *road) hangUp() {
	if c, ok := r.Gateway.(*gateway.Client); ok {
		c.Close()
	}
}

// localQuarantine is enough for a gateway on this very machine.
const localQuarantine = 5 * time.Second

// roadTo is the road to an address.
func (b *outbox) roadTo(ctx context.Context, address string) (*road, error) {
	b.mu.Lock()
	r := b.roads[address]
	b.mu.Unlock()
	if r != nil {
		return r, nil
	}
	r, err := b.o.dial(ctx, address)
	if err != nil {
		return nil, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if there := b.roads[address]; there != nil { // somebody else was quicker
		r.hangUp()
		return there, nil
	}
	b.roads[address] = r
	return r, nil
}

// hangUp forgets the road to an address, so that the next one looks anew at who
// is there.
func (b *outbox) hangUp(address string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if r := b.roads[address]; r != nil {
		r.hangUp()
		delete(b.roads, address)
	}
}

// dial makes the road to an address that CheckAddress has passed.
func (o *Office) dial(ctx context.Context, address string) (*road, error) {
	if dir, ok := strings.CutPrefix(address, "file:"); ok {
		return &road{Gateway: gateway.NewFileExport(dir, o.now), byHand: true}, nil
	}
	if address == Practice {
		p, err := o.startPractice(ctx)
		if err != nil {
			return nil, err
		}
		return &road{Gateway: p.client, practice: true, quarantine: min(o.quarantine, localQuarantine)}, nil
	}
	opts, err := o.clientOptions(ctx, address)
	if err != nil {
		return nil, err
	}
	r := &road{quarantine: o.quarantine}
	if opts.RootCAs != nil {
		r.quarantine = min(r.quarantine, localQuarantine)
	}
	if r.Gateway, err = gateway.NewClient(opts); err != nil {
		return nil, err
	}
	return r, nil
}

// clientOptions say how the gateway at an address is reached and recognised.
func (o *Office) clientOptions(ctx context.Context, address string) (gateway.ClientOptions, error) {
	opts := gateway.ClientOptions{URL: address}
	u, err := url.Parse(address)
	if err != nil {
		return opts, fmt.Errorf("%w: %q", ErrBadAddress, address)
	}
	if opts.Pins, err = o.GatewayPins(ctx, address); err != nil {
		return opts, err
	}
	if loopback(u.Hostname()) {
		opts.RootCAs, err = o.localRoots(ctx, u)
	}
	return opts, err
}

// ErrBadAddress: the gateway's address is not https://….
var ErrBadAddress = errors.New("gateway address is not https")

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || (ip != nil && ip.IsLoopback())
}

// localRoots trusts a gateway on this very machine: by the certificate that
// this data folder's practice gateway keeps, else by the one the listener shows
// (nobody but this machine can stand between).
func (o *Office) localRoots(ctx context.Context, u *url.URL) (*x509.CertPool, error) {
	roots := x509.NewCertPool()
	if pem, err := os.ReadFile(sandbox.CAPath(filepath.Join(o.dir, SandboxDir))); err == nil {
		roots.AppendCertsFromPEM(pem)
	}
	port := u.Port()
	if port == "" {
		port = "443"
	}
	d := tls.Dialer{NetDialer: &net.Dialer{Timeout: 5 * time.Second}, Config: &tls.Config{
		MinVersion: tls.VersionTLS12, InsecureSkipVerify: true, // only looked at here; the call itself verifies against it
	}}
	conn, err := d.DialContext(ctx, "tcp", net.JoinHostPort(u.Hostname(), port))
	if err != nil {
		return roots, nil // the call itself says that nobody is there
	}
	defer conn.Close()
	shown := conn.(*tls.Conn).ConnectionState().PeerCertificates
	if len(shown) > 0 {
		roots.AddCert(shown[len(shown)-1])
	}
	return roots, nil
}
