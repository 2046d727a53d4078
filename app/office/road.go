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
	return o.store.PutSetting(ctx, gatewaySetting+mst, address)
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

// roadOf is the road of an employer's dossiers: the address given, else the one
// remembered, else practice for the sample company.
func (o *Office) roadOf(ctx context.Context, mst, address string) (gateway.Gateway, error) {
	if address == "" {
		var err error
		if address, err = o.savedGateway(ctx, mst); err != nil {
			return nil, err
		}
	}
	if address == "" {
		dv, err := o.store.DonVi(ctx, mst)
		if err != nil {
			return nil, err
		}
		if dv.ThucHanh {
			address = Practice
		}
	}
	return o.dial(ctx, address)
}

const sentToSetting = "duong:" // + submission

// roadOfSent is the road of one submission: the address given, else the one it
// was last sent to by address, else the employer's. Whoever sent a dossier to
// an address finds it there again without naming it.
func (o *Office) roadOfSent(ctx context.Context, sub storage.Submission, address string) (gateway.Gateway, error) {
	if address == "" {
		err := o.store.Setting(ctx, sentToSetting+sub.ID, &address)
		if err != nil && !errors.Is(err, storage.ErrNotFound) {
			return nil, err
		}
	}
	return o.roadOf(ctx, sub.MaSoThue, address)
}

// dial makes the road to an address.
func (o *Office) dial(ctx context.Context, address string) (gateway.Gateway, error) {
	if err := CheckAddress(address); err != nil {
		return nil, err
	}
	if dir, ok := strings.CutPrefix(address, "file:"); ok {
		return gateway.NewFileExport(dir, o.now), nil
	}
	switch {
	case address == "":
		return nil, ErrNoGateway
	case address == Practice:
		p, err := o.startPractice(ctx)
		if err != nil {
			return nil, err
		}
		return p.client, nil
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("%w: %q", ErrBadAddress, address)
	}
	opts := gateway.ClientOptions{URL: address, Account: practiceAccount}
	if loopback(u.Hostname()) {
		if opts.RootCAs, err = o.localRoots(ctx, u); err != nil {
			return nil, err
		}
	}
	return gateway.NewClient(opts)
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
