package standin

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
)

// body is a request's JSON.
type body map[string]any

func (b body) text(name string) string {
	s, _ := b[name].(string) // a missing or other value is refused as an empty one
	return s
}

// digests reads an array of base64.
func (b body) digests(name string) [][]byte {
	list, _ := b[name].([]any) // as above
	var out [][]byte
	for _, v := range list {
		s, _ := v.(string)
		d, err := base64.StdEncoding.DecodeString(s)
		if err != nil || len(d) != 32 {
			return nil
		}
		out = append(out, d)
	}
	return out
}

// handler answers with a status and a value for JSON; the server is locked.
type handler func(r *http.Request, b body) (int, any)

// handle routes one method and path.
func (s *Server) handle(mux *http.ServeMux, pattern string, h handler) {
	mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		b := body{}
		if r.Method == http.MethodPost && r.Header.Get("Content-Type") != "application/x-www-form-urlencoded" {
			if r.Header.Get("Content-Type") != "application/json" || json.NewDecoder(r.Body).Decode(&b) != nil {
				raw(w, http.StatusBadRequest, `{"error":"invalid_request"}`)
				return
			}
		}
		s.mu.Lock()
		status, answer := h(r, b)
		s.mu.Unlock()
		if answer == nil {
			w.WriteHeader(status)
			return
		}
		data, err := json.Marshal(answer)
		if err != nil {
			panic(err) // our own maps
		}
		raw(w, status, string(data))
	})
}

func refuse(code, description string) (int, any) {
	return http.StatusBadRequest, map[string]string{"error": code, "error_description": description}
}

// enter gives an access token.
func (s *Server) enter() (int, any) {
	token := fmt.Sprintf("the-%d", len(s.tokens)+1)
	s.tokens[token] = true
	return http.StatusOK, map[string]any{"access_token": token, "token_type": "Bearer", "expires_in": "3600"}
}

// member lets through only who has logged in.
func (s *Server) member(h handler) handler {
	return func(r *http.Request, b body) (int, any) {
		token, ok := bytes.CutPrefix([]byte(r.Header.Get("Authorization")), []byte("Bearer "))
		if !ok || !s.tokens[string(token)] {
			return http.StatusUnauthorized, map[string]string{"error": "invalid_token"}
		}
		return h(r, b)
	}
}

// csc is the Cloud Signature Consortium API under a path.
func (s *Server) csc(mux *http.ServeMux, at string, version int) {
	s.handle(mux, "POST "+at+"/oauth2/token", func(r *http.Request, _ body) (int, any) {
		if r.FormValue("grant_type") != "client_credentials" || r.FormValue("client_id") != ClientID || r.FormValue("client_secret") != Secret {
			return http.StatusBadRequest, map[string]string{"error": "invalid_client"}
		}
		return s.enter()
	})
	if version == 1 {
		s.handle(mux, "POST "+at+"/auth/login", func(r *http.Request, _ body) (int, any) {
			if user, password, ok := r.BasicAuth(); !ok || user != User || password != Password {
				return http.StatusUnauthorized, map[string]string{"error": "authentication_error"}
			}
			return s.enter()
		})
	}
	s.handle(mux, "POST "+at+"/credentials/list", s.member(func(*http.Request, body) (int, any) {
		ids := []string{}
		for _, k := range s.options.Keys {
			ids = append(ids, credential(k))
		}
		return http.StatusOK, map[string]any{"credentialIDs": ids}
	}))
	s.handle(mux, "POST "+at+"/credentials/info", s.member(func(_ *http.Request, b body) (int, any) {
		k, err := s.key(b.text("credentialID"))
		if err != nil {
			return refuse("invalid_request", "Invalid parameter credentialID")
		}
		info := map[string]any{
			"key":       map[string]any{"status": "enabled", "algo": []string{"1.2.840.113549.1.1.11"}, "len": 2048},
			"cert":      map[string]any{"status": "valid", "certificates": chain(k)},
			"multisign": cmp.Or(s.options.Multisign, 10),
		}
		s.authInfo(info, version)
		return http.StatusOK, info
	}))
	challenge := map[int]string{1: "/credentials/sendOTP", 2: "/credentials/getChallenge"}[version]
	s.handle(mux, "POST "+at+challenge, s.member(func(_ *http.Request, b body) (int, any) {
		if version == 2 && b.text("authObjectID") != "OTP" {
			return refuse("invalid_request", "Invalid parameter authObjectID")
		}
		s.codes++
		return http.StatusNoContent, nil
	}))
	s.handle(mux, "POST "+at+"/credentials/authorize", s.member(func(_ *http.Request, b body) (int, any) { return s.authorize(b, version) }))
	s.handle(mux, "POST "+at+"/signatures/signHash", s.member(func(_ *http.Request, b body) (int, any) { return s.signHash(b, version) }))
	if version == 2 {
		s.handle(mux, "POST "+at+"/credentials/authorizeCheck", s.member(func(_ *http.Request, b body) (int, any) {
			r := s.find(b.text("handle"))
			if r == nil {
				return refuse("invalid_request", "Invalid parameter handle")
			}
			s.ask(r)
			return s.sad(r, version)
		}))
	}
}

func (s *Server) authInfo(info map[string]any, version int) {
	switch {
	case version == 1 && s.options.Codes:
		info["authMode"] = "explicit"
		info["PIN"], info["OTP"] = map[string]string{"presence": "true"}, map[string]string{"presence": "true", "type": "online"}
	case version == 1:
		info["authMode"] = "implicit"
	case s.options.Codes:
		info["auth"] = map[string]any{"mode": "explicit", "expression": "PIN AND OTP", "objects": []map[string]string{
			{"type": "Password", "id": "PIN"}, {"type": "Password", "id": "OTP"},
		}}
	default:
		info["auth"] = map[string]any{"mode": "explicit", "objects": []string{}}
	}
}

// authorize gives the SAD, at once or when the holder has confirmed.
func (s *Server) authorize(b body, version int) (int, any) {
	key, err := s.key(b.text("credentialID"))
	digests := b.digests(map[int]string{1: "hash", 2: "hashes"}[version])
	count, _ := b["numSignatures"].(float64) // missing is 0, which no request has
	if err != nil || len(digests) == 0 || int(count) != len(digests) {
		return refuse("invalid_request", "Invalid value for parameter numSignatures")
	}
	if s.options.Codes {
		pin, otp := b.text("PIN"), b.text("OTP")
		list, _ := b["authData"].([]any)
		for _, v := range list {
			o, _ := v.(map[string]any)
			switch body(o).text("id") {
			case "PIN":
				pin = body(o).text("value")
			case "OTP":
				otp = body(o).text("value")
			}
		}
		switch {
		case version == 1 && pin != PIN:
			return refuse("invalid_pin", "The PIN is invalid")
		case version == 1 && otp != OTP:
			return refuse("invalid_otp", "The OTP is invalid")
		case pin != PIN || otp != OTP:
			return refuse("invalid_authentication_data", "The authentication data is invalid")
		}
		r := s.open("", key, digests)
		r.Decision = Confirm
		return s.sad(r, version)
	}
	r := s.open("", key, digests)
	if version == 1 && r.Decision == Pending { // the answer would be kept back; here the time is up at once
		r.Decision = Lapse
	}
	return s.sad(r, version)
}

func (s *Server) sad(r *Request, version int) (int, any) {
	switch r.Decision {
	case Pending:
		return http.StatusAccepted, map[string]string{"handle": r.ID}
	case Decline:
		return refuse("access_denied", "The user declined")
	case Lapse:
		return refuse("invalid_request", "The authorization has expired")
	case Confirm:
		sad := "sad-" + r.ID
		s.sads[sad] = r
		return http.StatusOK, map[string]any{"SAD": sad, "expiresIn": 300}
	}
	return refuse("server_error", "Not able to authorize")
}

// signHash signs what the SAD was given for, once.
func (s *Server) signHash(b body, version int) (int, any) {
	r := s.sads[b.text("SAD")]
	if r == nil {
		return refuse("invalid_request", "Invalid parameter SAD")
	}
	digests := b.digests(map[int]string{1: "hash", 2: "hashes"}[version])
	oid := b.text(map[int]string{1: "hashAlgo", 2: "hashAlgorithmOID"}[version])
	if !slices.EqualFunc(digests, r.Digests, bytes.Equal) || oid != "2.16.840.1.101.3.4.2.1" || b.text("signAlgo") == "" {
		return refuse("invalid_request", "Hash not authorized by the SAD")
	}
	delete(s.sads, b.text("SAD"))
	signatures, err := s.sign(r)
	if err != nil {
		return refuse("server_error", "Not able to sign")
	}
	return http.StatusOK, map[string]any{"signatures": signatures}
}
