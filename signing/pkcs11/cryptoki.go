package pkcs11

import "fmt"

// Code is a CK_RV: what a driver answers to a call.
type Code uint32

// The answers that are told apart.
const (
	ckOK                  Code = 0x000
	ckCancel              Code = 0x001
	ckHostMemory          Code = 0x002
	ckGeneralError        Code = 0x005
	ckFunctionFailed      Code = 0x006
	ckArgumentsBad        Code = 0x007
	ckNeedToCreateThreads Code = 0x009
	ckCantLock            Code = 0x00A
	ckAttributeSensitive  Code = 0x011
	ckAttributeInvalid    Code = 0x012
	ckDeviceError         Code = 0x030
	ckDeviceMemory        Code = 0x031
	ckDeviceRemoved       Code = 0x032
	ckFunctionCanceled    Code = 0x050
	ckKeyHandleInvalid    Code = 0x060
	ckKeyNotPermitted     Code = 0x068
	ckMechanismInvalid    Code = 0x070
	ckPINIncorrect        Code = 0x0A0
	ckPINInvalid          Code = 0x0A1
	ckPINLenRange         Code = 0x0A2
	ckPINExpired          Code = 0x0A3
	ckPINLocked           Code = 0x0A4
	ckSessionClosed       Code = 0x0B0
	ckSessionInvalid      Code = 0x0B3
	ckTokenNotPresent     Code = 0x0E0
	ckTokenNotRecognized  Code = 0x0E1
	ckAlreadyLoggedIn     Code = 0x100
	ckNotLoggedIn         Code = 0x101
	ckPINNotInitialized   Code = 0x102
	ckBufferTooSmall      Code = 0x150
	ckAlreadyInitialized  Code = 0x191
)

// String is the code as vendors' manuals write it.
func (c Code) String() string { return fmt.Sprintf("CKR 0x%X", uint32(c)) }

// gone reports that the token, or the session with it, is no longer there.
func (c Code) gone() bool {
	switch c {
	case ckDeviceRemoved, ckSessionClosed, ckSessionInvalid, ckTokenNotPresent, ckNotLoggedIn:
		return true
	}
	return false
}

// Flags of CK_SLOT_INFO, CK_TOKEN_INFO, sessions and initialization.
const (
	flagTokenPresent = 1 << 0
	flagRemovable    = 1 << 1

	flagUserPINSet     = 1 << 3
	flagPINPad         = 1 << 8
	flagInitialized    = 1 << 10
	flagPINCountLow    = 1 << 16
	flagPINFinalTry    = 1 << 17
	flagPINLocked      = 1 << 18
	flagPINToBeChanged = 1 << 19

	flagSerialSession = 1 << 2
	flagOSLocking     = 1 << 1
)

// Classes of objects, attributes, kinds of key, mechanisms and users.
const (
	classCertificate = 1
	classPublicKey   = 2
	classPrivateKey  = 3

	attrClass              = 0x000
	attrLabel              = 0x003
	attrValue              = 0x011
	attrKeyType            = 0x100
	attrID                 = 0x102
	attrModulus            = 0x120
	attrAlwaysAuthenticate = 0x202

	keyRSA = 0
	keyEC  = 3

	mechRSA   = 0x0001
	mechECDSA = 0x1041

	userNormal  = 1
	userContext = 2
)

// Places in CK_FUNCTION_LIST, counted from C_Initialize. 2.01 to 2.40 agree on them.
const (
	fnInitialize = iota
	fnFinalize
	fnGetInfo
	fnGetFunctionList
	fnGetSlotList
	fnGetSlotInfo
	fnGetTokenInfo
	fnGetMechanismList
	fnOpenSession       = 12
	fnCloseSession      = 13
	fnLogin             = 18
	fnGetAttributeValue = 24
	fnFindObjectsInit   = 26
	fnFindObjects       = 27
	fnFindObjectsFinal  = 28
	fnSignInit          = 42
	fnSign              = 43
	functionCount       = fnSign + 1 // as far as we call
)

// callNames are for the log.
var callNames = map[int]string{
	fnInitialize: "C_Initialize", fnGetSlotList: "C_GetSlotList", fnGetSlotInfo: "C_GetSlotInfo", fnGetTokenInfo: "C_GetTokenInfo",
	fnGetMechanismList: "C_GetMechanismList", fnOpenSession: "C_OpenSession", fnCloseSession: "C_CloseSession", fnLogin: "C_Login",
	fnGetAttributeValue: "C_GetAttributeValue", fnFindObjectsInit: "C_FindObjectsInit", fnFindObjects: "C_FindObjects",
	fnFindObjectsFinal: "C_FindObjectsFinal", fnSignInit: "C_SignInit", fnSign: "C_Sign",
}
